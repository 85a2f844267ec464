package io.hcpnbridge.standin.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Locks a key for a while after too many failures in a row. */
public final class KeyLock {
    private final Clock clock;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Instant> lockedUntil = new HashMap<>();
    private int tolerated = 5;
    private Duration lockedFor = Duration.ofMinutes(5);

    KeyLock(Clock clock) {
        this.clock = clock;
    }

    /** The failure after that many locks the key for that time. */
    public synchronized void set(int toleratedFailures, Duration time) {
        tolerated = toleratedFailures;
        lockedFor = time;
    }

    public synchronized boolean isLocked(String accessKey) {
        Instant until = lockedUntil.get(accessKey);
        return until != null && clock.instant().isBefore(until);
    }

    synchronized void failed(String accessKey) {
        if (failures.merge(accessKey, 1, Integer::sum) > tolerated) {
            lockedUntil.put(accessKey, clock.instant().plus(lockedFor));
            failures.remove(accessKey);
        }
    }

    synchronized void succeeded(String accessKey) {
        failures.remove(accessKey);
    }
}
