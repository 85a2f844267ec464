package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Locks a user after too many wrong passwords in a row. */
final class PasswordLock {
    private static final int TOLERATED = 5;
    private static final Duration TIME = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Instant> lockedUntil = new HashMap<>();

    PasswordLock(Clock clock) {
        this.clock = clock;
    }

    /** @throws ApiError 401 while the user is locked */
    void check(String domain, String user) {
        Instant until = lockedUntil.get(domain + "/" + user);
        if (until != null && clock.instant().isBefore(until)) {
            throw ApiError.iam(401, "Your account is locked because of too many failed logins.");
        }
    }

    ApiError failed(String domain, String user) {
        if (failures.merge(domain + "/" + user, 1, Integer::sum) >= TOLERATED) {
            lockedUntil.put(domain + "/" + user, clock.instant().plus(TIME));
            failures.remove(domain + "/" + user);
        }
        return ApiError.iam(401, "The username or password is wrong.");
    }

    void succeeded(String domain, String user) {
        failures.remove(domain + "/" + user);
    }
}
