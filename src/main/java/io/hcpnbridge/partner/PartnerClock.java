package io.hcpnbridge.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The time that signatures carry. The gateway refuses dates more than 15 minutes away from its own, so after such a
 * refusal the clock follows the gateway's {@code Date} header until told better.
 */
@Component
public class PartnerClock {
    /** Differences below this are not why a signature was refused. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(PartnerClock.class);

    private final Clock clock;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    public PartnerClock(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().plus(offset.get());
    }

    /** How far the partner's time is ahead of this machine's; zero as long as nothing had to be corrected. */
    public Duration offset() {
        return offset.get();
    }

    /**
     * Takes the partner's time from an answer that refused the signature.
     *
     * @return true if the time used so far was more than 5 minutes off, so that a fresh signature may be accepted
     */
    public boolean learn(Instant partnerTime) {
        if (Duration.between(now(), partnerTime).abs().compareTo(TOLERANCE) <= 0) {
            return false;
        }
        Duration learned = Duration.between(clock.instant(), partnerTime);
        offset.set(learned);
        LOG.warn(
                "The partner's clock is {} s ahead of this machine's: check the time of this machine",
                learned.toSeconds());
        return true;
    }
}
