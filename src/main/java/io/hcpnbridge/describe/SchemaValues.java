package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.util.List;

/** The JSON schemas of single values and of lists. */
final class SchemaValues {
    private SchemaValues() {}

    static ObjectNode of(String type) {
        return ExactJson.mapper().createObjectNode().put("type", type);
    }

    static ObjectNode orNull(String type) {
        var schema = ExactJson.mapper().createObjectNode();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    static ObjectNode constant(String value) {
        return ExactJson.mapper().createObjectNode().put("const", value);
    }

    static ObjectNode yes() {
        return ExactJson.mapper().createObjectNode().put("const", true);
    }

    static ObjectNode words(String... words) {
        var schema = of("string");
        List.of(words).forEach(schema.withArrayProperty("enum")::add);
        return schema;
    }

    /** In UTC. */
    static ObjectNode time() {
        return of("string").put("format", "date-time").put("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$");
    }

    static ObjectNode listOf(JsonNode items) {
        return of("array").set("items", items);
    }
}
