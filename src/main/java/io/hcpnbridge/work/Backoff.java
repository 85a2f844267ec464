package io.hcpnbridge.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits that double with each failure up to a limit; each is shortened by up to a half, so that records do not come back in step. */
record Backoff(Duration first, Duration longest) {
    Duration after(int failures) {
        var doublings = Math.min(failures, 20);
        var full = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return jittered(Duration.ofMillis(full));
    }

    static Duration jittered(Duration full) {
        var millis = Math.max(1, full.toMillis());
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
