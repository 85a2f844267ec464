package io.hcpnbridge.operate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down password guessing: after five failures in a row, one address has to wait, twice as long after each further
 * failure, one minute at most. Remembers the last thousand addresses, so that it cannot be made to fill the memory.
 */
final class LoginThrottle {
    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 1_000;

    private record Failures(int count, Instant until) {}

    private final Clock clock;
    private final Map<String, Failures> byAddress = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether a login from this address may be looked at now. */
    synchronized boolean admits(String address) {
        Failures failures = byAddress.get(address);
        return failures == null || !clock.instant().isBefore(failures.until());
    }

    synchronized void failed(String address) {
        Failures before = byAddress.remove(address);
        int count = before == null ? 1 : before.count() + 1;
        byAddress.put(address, new Failures(count, clock.instant().plus(pauseAfter(count))));
    }

    synchronized void succeeded(String address) {
        byAddress.remove(address);
    }

    private static Duration pauseAfter(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FREE_FAILURES, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
