package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.ValueKind;
import io.hcpnbridge.text.Language;
import java.util.List;

/** The JSON schemas of columns in messages, with the keywords of JSON Schema only and regular expressions as JavaScript has them. */
final class ColumnSchemas {
    private static final List<String> OWN_KEYWORDS = List.of("message", "personal", "key");
    private static final int LONGEST_DOCUMENT = 64;
    private static final int LONGEST_TEXT = 4000;

    private ColumnSchemas() {}

    /** Of a column that the ERP sends; null says nothing, as if it were not there. */
    static ObjectNode sent(Column column) {
        var schema = described(column, column.schema().deepCopy());
        schema.remove(OWN_KEYWORDS);
        if (schema.has("pattern")) {
            schema.put("pattern", portable(schema.get("pattern").textValue()));
        }
        if (column.kind() == ValueKind.TIME) {
            schema.put("format", "date-time");
        }
        if (column.kind() == ValueKind.TEXT && !schema.has("enum")) {
            bound(schema, column);
        }
        if (!column.needed()) {
            allowNull(schema);
        }
        return schema;
    }

    /** Of a column that it gets back: partners add values. */
    static ObjectNode received(Column column) {
        return described(
                column,
                switch (column.kind()) {
                    case TEXT, BLANK -> SchemaValues.of("string");
                    case NUMBER -> SchemaValues.of("integer");
                    case AMOUNT -> SchemaValues.of("number");
                    case TIME -> SchemaValues.of("string").put("format", "date-time");
                });
    }

    private static ObjectNode described(Column column, ObjectNode schema) {
        var meaning = Meaning.of(column, Language.EN);
        return meaning.isEmpty()
                ? schema
                : schema.put("description", meaning + " / " + Meaning.of(column, Language.ZH));
    }

    private static void bound(ObjectNode schema, Column column) {
        if (!schema.has("maxLength")) {
            schema.put("maxLength", column.name().equals("document") ? LONGEST_DOCUMENT : LONGEST_TEXT);
        }
        if (column.needed()) {
            schema.put("minLength", 1);
        }
    }

    private static void allowNull(ObjectNode schema) {
        if (schema.get("enum") instanceof ArrayNode values) {
            values.addNull();
        } else {
            var type = schema.get("type");
            schema.putArray("type").add(type).add("null");
        }
    }

    private static String portable(String pattern) {
        return pattern.replace("\\p{Cntrl}", "\\u0000-\\u001F\\u007F");
    }
}
