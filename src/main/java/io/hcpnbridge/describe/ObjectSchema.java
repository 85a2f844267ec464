package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;

/** The JSON schema of an object in the making. */
final class ObjectSchema {
    private final ObjectNode schema = ExactJson.mapper().createObjectNode();

    /** That may have other members as well. */
    static ObjectSchema open(String description) {
        var object = new ObjectSchema();
        object.schema.put("description", description).put("type", "object").putObject("properties");
        return object;
    }

    /** That has no other members. */
    static ObjectSchema closed(String description) {
        var object = open(description);
        object.schema.put("additionalProperties", false);
        return object;
    }

    /** A member that may be missing. */
    ObjectSchema may(String name, JsonNode value) {
        schema.withObjectProperty("properties").set(name, value);
        return this;
    }

    ObjectSchema must(String name, JsonNode value) {
        schema.withArrayProperty("required").add(name);
        return may(name, value);
    }

    ObjectNode node() {
        return schema;
    }
}
