package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.ControlTotal;

/** A JSON Schema (2020-12) of the messages with which an ERP asks: one batch, with its documents. */
final class MessageSchema implements Describer {
    @Override
    public String of(InterfaceMapping mapping) {
        return schema(mapping).toPrettyString() + "\n";
    }

    static ObjectNode schema(InterfaceMapping mapping) {
        var definition = mapping.definition();
        var schema = ExactJson.mapper().createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put(
                "title", mapping.name() + ": " + definition.settings().title().en());
        schema.put("type", "object");
        var members = schema.putObject("properties");
        members.putObject("interface").put("const", mapping.name());
        members.putObject("tenant").put("type", "string").put("maxLength", 32);
        members.putObject("batchNumber").put("type", "string").put("maxLength", 20);
        members.putObject("createdAt").put("type", "string").put("format", "date-time");
        members.putObject("records").put("type", "array").put("minItems", 1).set("items", record(mapping));
        var totals = members.putObject("totals").put("type", "object").putObject("properties");
        totals.putObject("count").put("type", "integer");
        definition.settings().controls().stream().map(ControlTotal::trailer).forEach(name -> totals.putObject(name)
                .put("type", "number"));
        schema.putArray("required")
                .add("interface")
                .add("tenant")
                .add("batchNumber")
                .add("createdAt")
                .add("records");
        return schema;
    }

    private static ObjectNode record(InterfaceMapping mapping) {
        ObjectNode record = mapping.definition().recordSchema().deepCopy();
        record.remove("$schema");
        return record;
    }
}
