package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names and values that a schema speaks of, wherever it does. */
final class SchemaWords {
    private final JsonNode schema;

    SchemaWords(JsonNode schema) {
        this.schema = schema;
    }

    /** All properties that are described. */
    Set<String> properties() {
        Set<String> names = new TreeSet<>();
        all("properties").forEach(described -> described.fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** All properties that a rule speaks of, described or required. */
    Set<String> mentioned() {
        Set<String> names = properties();
        all("required").stream()
                .filter(JsonNode::isArray)
                .forEach(list -> list.forEach(name -> names.add(name.asText())));
        return names;
    }

    private List<JsonNode> all(String keyword) {
        List<JsonNode> found = new ArrayList<>();
        collect(schema, keyword, found);
        return found;
    }

    private static void collect(JsonNode node, String keyword, List<JsonNode> found) {
        if (node.has(keyword)) {
            found.add(node.get(keyword));
        }
        node.forEach(child -> collect(child, keyword, found));
    }
}
