package io.hcpnbridge.partner.call;

import java.time.Duration;

/**
 * How long before its slot a call must be begun (announced, signed, connected) to leave at its time: learned from how long that took, up at
 * once and down slowly, so that one call in some hundreds is late.
 */
final class LeadTime {
    private static final long LEAST = Duration.ofMillis(40).toNanos();
    private static final long MOST = Duration.ofMillis(500).toNanos();

    private long nanos = Duration.ofMillis(100).toNanos();

    synchronized Duration get() {
        return Duration.ofNanos(nanos);
    }

    /** What most calls need. */
    synchronized Duration half() {
        return Duration.ofNanos(nanos / 2);
    }

    /** A call was ready after that time. */
    synchronized void learn(long took) {
        long next = took > nanos ? took + took / 8 : nanos - (nanos - took) / 512;
        nanos = Math.max(LEAST, Math.min(MOST, next));
    }
}
