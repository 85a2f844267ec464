package io.hcpnbridge.partner.call;

import java.time.Duration;

/**
 * How fast a lane may send: at most so many calls within any such time.
 *
 * @param calls 1 to {@value #LONGEST_LOOK_BACK}
 * @param within exact to the microsecond
 */
public record Pace(int calls, Duration within) {
    /** Larger quotas are kept in equal shares of a second, so that nobody has to remember more calls. */
    static final int LONGEST_LOOK_BACK = 50;

    /**
     * A little more than the partner's second, as calls do not arrive as evenly as they leave. How much more a lane needs is learned, see
     * {@link LaneSlots#slowDown}.
     */
    private static final long SECOND_MICROS = 1_015_000;

    /** The time between calls that are made evenly. */
    Duration even() {
        return within.dividedBy(calls);
    }

    /** The pace that keeps a quota of so many calls a second. */
    static Pace ofQuota(int callsPerSecond) {
        int shares = (callsPerSecond + LONGEST_LOOK_BACK - 1) / LONGEST_LOOK_BACK;
        long micros = (SECOND_MICROS + shares - 1) / shares;
        return new Pace(callsPerSecond / shares, Duration.ofNanos(micros * 1_000));
    }
}
