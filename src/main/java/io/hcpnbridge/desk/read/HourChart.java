package io.hcpnbridge.desk.read;

import java.time.Instant;
import java.util.List;

/**
 * What happened in each of the last 24 hours.
 *
 * @param kind {@code calls}, {@code throttled} or {@code ended}
 * @param name the interface of what has ended; null of calls
 * @param first the beginning of the first hour
 * @param hours how much, the oldest first
 */
public record HourChart(String kind, String name, Instant first, List<Long> hours) {
    public long total() {
        return hours.stream().mapToLong(Long::longValue).sum();
    }

    /** Of the highest bar in so many units; at least 1 for what is not nothing. */
    public long height(int hour, int units) {
        long highest = hours.stream().mapToLong(Long::longValue).max().orElse(0);
        return highest == 0 || hours.get(hour) == 0 ? 0 : Math.max(1, hours.get(hour) * units / highest);
    }
}
