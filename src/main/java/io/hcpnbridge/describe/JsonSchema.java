package io.hcpnbridge.describe;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;

/** A JSON Schema (2020-12) of the messages: of a request, and in {@code $defs} of all that may be the reply. */
final class JsonSchema implements Describer {
    @Override
    public String of(InterfaceMapping mapping) {
        var schema = ExactJson.mapper().createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put(
                "title",
                mapping.name() + ": " + mapping.definition().settings().title().en());
        schema.put("$ref", "#/$defs/request");
        schema.putObject("$defs").setAll(MessageSchemas.of(mapping, "#/$defs/"));
        return schema.toPrettyString() + "\n";
    }
}
