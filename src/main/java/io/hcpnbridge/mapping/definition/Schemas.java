package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.util.List;

/** The schemas (JSON Schema, draft 2020-12) that follow from columns. */
final class Schemas {
    private Schemas() {}

    /** Of one record of the ERP. */
    static JsonNode ofRecord(RecordKind record) {
        return object(record.columns(), true);
    }

    /** Of what one call added to the answer. */
    static JsonNode ofAnswer(List<RecordKind> rows, List<Column> result) {
        ObjectNode schema = object(List.of(), true);
        ObjectNode members = schema.withObjectProperty("properties");
        if (!rows.isEmpty()) {
            members.set("rows", rows(rows));
        }
        members.set("fields", object(given(result), false));
        members.putObject("next").put("type", "object");
        members.putObject("restart").put("type", "boolean");
        members.putObject("later").put("type", "integer").put("minimum", 0);
        members.putObject("placed").put("const", true);
        members.putObject("pending").put("const", true);
        members.putObject("apart").put("const", true);
        values(members, "status", "OK", "PARTIAL", "REFUSED", "IN_DOUBT");
        members.putObject("code").put("type", "string");
        members.set("text", text());
        rows.forEach(kind -> schema.withObjectProperty("$defs").set(kind.name(), row(kind)));
        return schema;
    }

    /** The mapping's own in both languages, or somebody else's as it came. */
    private static ObjectNode text() {
        ObjectNode text = ExactJson.mapper().createObjectNode();
        text.putArray("type").add("string").add("object");
        ObjectNode languages = text.putObject("properties");
        languages.putObject("en").put("type", "string");
        languages.putObject("zh").put("type", "string");
        text.putArray("required").add("en").add("zh");
        return text.put("additionalProperties", false);
    }

    private static ObjectNode rows(List<RecordKind> kinds) {
        ObjectNode rows = ExactJson.mapper().createObjectNode().put("type", "array");
        ObjectNode row = rows.putObject("items").put("type", "object");
        row.putArray("required").add("row").add("key");
        values(
                row.putObject("properties"),
                "row",
                kinds.stream().map(RecordKind::name).toArray(String[]::new));
        ArrayNode all = row.putArray("allOf");
        for (RecordKind kind : kinds) {
            ObjectNode rule = all.addObject();
            ObjectNode is = rule.putObject("if");
            is.putObject("properties").putObject("row").put("const", kind.name());
            is.putArray("required").add("row");
            rule.putObject("then").put("$ref", "#/$defs/" + kind.name());
        }
        return rows;
    }

    private static ObjectNode row(RecordKind kind) {
        List<Column> own = kind.columns().stream()
                .filter(column -> !column.name().equals("document"))
                .toList();
        ObjectNode row = object(given(own), false);
        ObjectNode columns = (ObjectNode) row.get("properties");
        columns.putObject("row").put("const", kind.name());
        columns.putObject("key").put("type", "string").put("minLength", 1);
        return row;
    }

    /** Nobody gives what only fills a line. */
    private static List<Column> given(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.kind() != ValueKind.BLANK)
                .toList();
    }

    /** What a response mapping gives is written as it is: of the columns' rules only their values count. */
    private static JsonNode given(Column column) {
        JsonNode values = column.schema().path("enum");
        return values.isMissingNode()
                ? column.kind().schema()
                : ExactJson.mapper().createObjectNode().set("enum", values);
    }

    private static ObjectNode object(List<Column> columns, boolean whole) {
        ObjectNode schema = ExactJson.mapper().createObjectNode();
        if (whole) {
            schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        }
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        columns.forEach(column -> properties.set(column.name(), whole ? column.schema() : given(column)));
        schema.put("additionalProperties", false);
        if (columns.stream().anyMatch(Column::needed)) {
            ArrayNode required = schema.putArray("required");
            columns.stream().filter(Column::needed).map(Column::name).forEach(required::add);
        }
        return schema;
    }

    private static void values(ObjectNode properties, String name, String... values) {
        ArrayNode all = properties.putObject(name).putArray("enum");
        for (String value : values) {
            all.add(value);
        }
    }
}
