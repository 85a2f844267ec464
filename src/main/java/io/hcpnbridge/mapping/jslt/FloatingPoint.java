package io.hcpnbridge.mapping.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Finds numbers that are doubles: they may already be wrong in their last digits. */
final class FloatingPoint {
    private FloatingPoint() {}

    /** The path of the first one, e.g. {@code rows.0.amount}. */
    static Optional<String> find(JsonNode node) {
        return find(node, "");
    }

    private static Optional<String> find(JsonNode node, String path) {
        if (node.isDouble() || node.isFloat()) {
            return Optional.of(path.isEmpty() ? "the result" : path.substring(1));
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                Optional<String> found = find(member.getValue(), path + "." + member.getKey());
                if (found.isPresent()) {
                    return found;
                }
            }
        } else if (node.isArray()) {
            int index = 0;
            for (Iterator<JsonNode> items = node.elements(); items.hasNext(); index++) {
                Optional<String> found = find(items.next(), path + "." + index);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
