package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.util.List;

/**
 * References to schemas of the same document.
 *
 * @param place where the schemas stand, as references begin with, e.g. {@code #/$defs/}
 */
record SchemaReferences(String place) {
    ObjectNode to(String name) {
        return ExactJson.mapper().createObjectNode().put("$ref", place + name);
    }

    ObjectNode toOneOf(List<String> names) {
        if (names.size() == 1) {
            return to(names.get(0));
        }
        var one = ExactJson.mapper().createObjectNode();
        one.putArray("oneOf").addAll(names.stream().map(this::to).toList());
        return one;
    }
}
