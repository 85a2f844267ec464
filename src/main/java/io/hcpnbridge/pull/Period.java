package io.hcpnbridge.pull;

import java.time.Instant;

/**
 * What one batch of a pull is about.
 *
 * @param name {@code 2026-10}, {@code 2026-10-05} or {@code 2026-10-05T13}, in UTC+8
 * @param to its end, the next period's beginning
 */
record Period(PeriodUnit unit, String name, Instant from, Instant to) {
    Period next() {
        return unit.after(this, 1);
    }

    Period before() {
        return unit.after(this, -1);
    }
}
