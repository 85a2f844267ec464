package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a question has found at the partner, and whose it could be instead.
 *
 * @param keys of the rows that tell what was found; what came of another record is no evidence
 * @param rivals other records that it may come of while they are under way; null if there can be none
 */
public record Found(List<String> keys, Rivals rivals) {
    /** Nothing that could be another's. */
    public static final Found NOTHING = new Found(List.of(), null);

    public Found {
        keys = List.copyOf(keys);
    }

    /**
     * Records of the same tenant that have sent a write whose answer has not come, or that the partner has taken and decides later.
     *
     * @param interfaces that they are of
     * @param with columns and values that they have
     * @param otherwise how the question ends while there is one
     */
    public record Rivals(List<String> interfaces, ObjectNode with, Inquiry otherwise) {
        public Rivals {
            interfaces = List.copyOf(interfaces);
        }
    }
}
