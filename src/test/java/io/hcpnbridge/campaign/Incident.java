package io.hcpnbridge.campaign;

import java.time.Instant;
import java.util.Set;

/**
 * A blow that fell.
 *
 * @param came whether the moment it waited for came; otherwise it fell when patience was at its end
 * @param nodes whom it hit
 * @param until when things were mended
 * @param open records that were open then and had not failed before: the ids
 */
record Incident(Strike strike, boolean came, Set<String> nodes, Instant at, Instant until, Set<Long> open) {
    boolean hit(String node) {
        return nodes.contains(node);
    }

    Incident mended(Instant when) {
        return new Incident(strike, came, nodes, at, when, open);
    }
}
