package io.hcpnbridge.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that signatures carry. The gateway refuses dates too far away from its own, so after such a refusal the clock follows
 * the gateway's {@code Date} header until told better, but no further from this machine's time than is believed.
 */
public final class PartnerClock {
    /** Differences below this are not why a signature was refused. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(PartnerClock.class);

    private final Clock clock;
    private final Duration longest;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Duration> unbelieved = new AtomicReference<>();

    /** What a refusal's date meant. */
    public enum Lesson {
        /** The time used was right: the refusal has another reason. */
        NOTHING,
        /** The time is set: a fresh signature may be accepted. */
        FOLLOWED,
        /** The partner's time is too far from this machine's to be believed. */
        NOT_BELIEVED
    }

    /** @param longest how far the partner's time may be from this machine's to be followed */
    public PartnerClock(Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    public Instant now() {
        return clock.instant().plus(offset.get());
    }

    /** How far the partner's time is ahead of this machine's; zero as long as nothing had to be corrected. */
    public Duration offset() {
        return offset.get();
    }

    /** How far the partner's time was ahead when it was last told and not believed; empty once a call was accepted. */
    public Optional<Duration> unbelieved() {
        return Optional.ofNullable(unbelieved.get());
    }

    /** A call was accepted: the time is right. */
    public void confirm() {
        unbelieved.set(null);
    }

    /** Takes the partner's time from an answer that refused the signature. */
    public Lesson learn(Instant partnerTime) {
        Duration difference = Duration.between(clock.instant(), partnerTime);
        if (difference.abs().compareTo(longest) > 0) {
            unbelieved.set(difference);
            LOG.error(
                    "The partner's clock is said to be {} s ahead of this machine's: not followed, check the time of this machine",
                    difference.toSeconds());
            return Lesson.NOT_BELIEVED;
        }
        unbelieved.set(null);
        if (Duration.between(now(), partnerTime).abs().compareTo(TOLERANCE) <= 0) {
            return Lesson.NOTHING;
        }
        offset.set(difference);
        LOG.warn(
                "The partner's clock is {} s ahead of this machine's: check the time of this machine",
                difference.toSeconds());
        return Lesson.FOLLOWED;
    }
}
