package io.hcpnbridge.standin.state;

import java.time.Instant;

/** Both ends belong to it; a null end is open. */
public record TimeRange(Instant from, Instant to) {
    public static final TimeRange ALL = new TimeRange(null, null);

    /** Null (not happened) lies only in the range without ends. */
    public boolean contains(Instant at) {
        if (from == null && to == null) {
            return true;
        }
        return at != null && (from == null || !at.isBefore(from)) && (to == null || !at.isAfter(to));
    }
}
