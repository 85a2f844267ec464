package io.hcpnbridge.standin.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The stand-in's clock: the real time plus an offset that tests set. */
public final class StandInClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    /** Shows that time now and goes on from there. */
    public void set(Instant now) {
        offset = Duration.between(Instant.now(), now);
    }

    /** Ahead of the real time by so much. */
    public void ahead(Duration ofRealTime) {
        offset = ofRealTime;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }
}
