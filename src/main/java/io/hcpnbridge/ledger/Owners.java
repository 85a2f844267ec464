package io.hcpnbridge.ledger;

import java.util.List;
import java.util.Map;

/**
 * To whose places answers go, as the settings have it now: what came by a tenant's own folder or queue goes back there, and what was
 * taken in for a tenant that shares none with others goes to its own, whatever way it came.
 *
 * @param placed tenants with a place of their own
 * @param closed tenants that share no place with others
 */
public record Owners(List<String> placed, List<String> closed) {
    /** SQL, with {@link #parameters}, about an arrival and its batch: the owner, or null if the answer goes where all share. */
    static final String OWNER =
            "coalesce(arrival.owner, case when verdict = 'ACCEPTED' and tenant = any(:closed::text[]) then tenant end)";

    Map<String, Object> parameters() {
        return Map.of("placed", placed.toArray(String[]::new), "closed", closed.toArray(String[]::new));
    }
}
