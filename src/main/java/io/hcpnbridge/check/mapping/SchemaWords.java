package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** The values that a property is said to have, each once. */
    List<JsonNode> values(String property) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode rule : rules(property)) {
            rule.path("enum").forEach(values::add);
            if (rule.has("const")) {
                values.add(rule.get("const"));
            }
        }
        return values.stream().distinct().toList();
    }

    /** The most characters that a property is said to have; 0 if nothing is said. */
    int longest(String property) {
        return rules(property).stream()
                .mapToInt(rule -> rule.path("maxLength").asInt())
                .max()
                .orElse(0);
    }

    private List<JsonNode> rules(String property) {
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode described : all("properties")) {
            for (Map.Entry<String, JsonNode> member : described.properties()) {
                if (member.getKey().equals(property)) {
                    rules.add(member.getValue());
                }
            }
        }
        return rules;
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
