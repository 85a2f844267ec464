package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.Map;

/**
 * A process that holds something in the ledger, or takes over what a dead one held.
 *
 * @param name as the ledger knows it
 * @param heardOfFor for so long without a gap it must have been heard of before it calls others dead: after a time without the database
 *     everybody gets the chance to be heard of first
 */
public record Holder(String name, Duration heardOfFor) {
    /** SQL, with {@link #parameters}: whether the holder may call others dead. */
    static final String MAY_JUDGE =
            """
            exists (select 1 from replica caller where caller.name = :holder and caller.alive_until > now()
                and caller.alive_since <= now() - :heard * interval '1 millisecond')""";

    /** SQL, with {@link #parameters}: whether the lease of the process in that column is over. */
    static String isGone(String column) {
        return "(exists (select 1 from replica gone where gone.name = %s and gone.alive_until < now()) and %s)"
                .formatted(column, MAY_JUDGE);
    }

    Map<String, Object> parameters() {
        return Map.of("holder", name, "heard", heardOfFor.toMillis());
    }
}
