package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row that is not what it was when its list was read last.
 *
 * @param before null if it is new
 * @param after null if it is gone
 */
public record RowChange(String key, ObjectNode before, ObjectNode after) {
    /** NEW, CHANGED or GONE. */
    public String change() {
        return before == null ? "NEW" : after == null ? "GONE" : "CHANGED";
    }
}
