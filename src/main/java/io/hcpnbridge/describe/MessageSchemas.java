package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.ControlTotal;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The JSON schemas of an interface's messages by their names. Requests have no members but those that the adapter knows, as it refuses
 * others; replies may get new ones.
 */
final class MessageSchemas {
    private static final int LONGEST_NAME = 64;

    private final String name;
    private final InterfaceDefinition definition;
    private final String place;

    private MessageSchemas(InterfaceMapping mapping, String place) {
        name = mapping.name();
        definition = mapping.definition();
        this.place = place;
    }

    /** @param place where they will stand, as references begin with, e.g. {@code #/$defs/} */
    static Map<String, ObjectNode> of(InterfaceMapping mapping, String place) {
        return new MessageSchemas(mapping, place).all();
    }

    private Map<String, ObjectNode> all() {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        all.put("request", request());
        all.put("record", record());
        all.put("reply", oneOf(List.of("answer", "refusal", "tooLarge")));
        all.put("answer", answer());
        all.put("result", result());
        definition.rows().forEach(kind -> all.put(row(kind), columns(kind).node()));
        all.put("refusal", refusal());
        all.put("tooLarge", tooLarge());
        if (definition.settings().delta() != null) {
            all.put("event", event());
        }
        return all;
    }

    private ObjectNode request() {
        return ObjectSchema.closed("what the ERP asks: one batch of documents")
                .must("interface", ObjectSchema.constant(TextNode.valueOf(name)))
                .must("tenant", shortText())
                .must("batchNumber", shortText())
                .must("createdAt", time())
                .must("records", ObjectSchema.listOf(reference("record")))
                .may("totals", totals())
                .node();
    }

    private ObjectNode totals() {
        var totals = ObjectSchema.closed("what is there must be right").may("count", orNull("integer"));
        for (ControlTotal control : definition.settings().controls()) {
            totals.may(control.trailer(), orNull("number"));
        }
        var node = totals.node();
        node.putArray("type").add("object").add("null");
        return node;
    }

    private ObjectNode record() {
        var record = ObjectSchema.closed(definition.record().about().en());
        for (var column : definition.record().columns()) {
            if (column.needed()) {
                record.must(column.name(), ColumnSchemas.sent(column));
            } else {
                record.may(column.name(), ColumnSchemas.sent(column));
            }
        }
        return record.node();
    }

    private ObjectNode answer() {
        var totals = ObjectSchema.open("how many results and rows there are, and how many results of each status");
        for (var number : List.of("records", "rows", "ok", "partial", "refused", "failed", "inDoubt", "pending")) {
            totals.must(number, ObjectSchema.of("integer"));
        }
        var answer = ObjectSchema.open("what came of each document, in their order")
                .must("interface", ObjectSchema.constant(TextNode.valueOf(name)))
                .must("tenant", ObjectSchema.of("string"))
                .must("batchNumber", ObjectSchema.of("string"))
                .may("createdAt", time())
                .must("results", ObjectSchema.listOf(reference("result")));
        definition.records("answer").stream()
                .filter(kind -> kind.name().equals("sum"))
                .forEach(kind -> answer.may(
                        "sums", ObjectSchema.listOf(given(kind, any -> true).node())));
        return answer.must("totals", totals.node())
                .must("edition", words("interim", "final"))
                .node();
    }

    private ObjectNode result() {
        var kind = definition.record("answer", "result");
        var result = given(kind, column -> !column.name().equals("rows"))
                .must("document", ObjectSchema.of("string"))
                .must("status", words("OK", "PARTIAL", "REFUSED", "FAILED", "PENDING", "IN_DOUBT"))
                .may("text", ObjectSchema.of("string"));
        var rows = definition.rows().stream().map(MessageSchemas::row).toList();
        if (!rows.isEmpty()) {
            result.may("rows", ObjectSchema.listOf(oneOf(rows)));
        }
        return result.node();
    }

    private static ObjectSchema columns(RecordKind kind) {
        return given(kind, column -> !column.name().equals("document"))
                .must("row", ObjectSchema.constant(TextNode.valueOf(kind.name())));
    }

    private static ObjectSchema given(RecordKind kind, Predicate<Column> wanted) {
        var object = ObjectSchema.open(kind.about().en() + " / " + kind.about().zh());
        kind.columns().stream()
                .filter(wanted.and(column -> column.kind() != ValueKind.BLANK))
                .forEach(column -> object.may(column.name(), ColumnSchemas.received(column)));
        return object;
    }

    private static ObjectNode refusal() {
        var problem = ObjectSchema.open("a rule that is broken")
                .may("record", ObjectSchema.of("integer").put("minimum", 1))
                .may("field", ObjectSchema.of("string"))
                .may("value", ObjectSchema.of("string"))
                .must("rule", ObjectSchema.of("string"));
        return ObjectSchema.open("nothing of the request was done; a problem without a record is about all of it")
                .may("interface", ObjectSchema.of("string"))
                .may("batchNumber", ObjectSchema.of("string"))
                .may("tenant", ObjectSchema.of("string"))
                .must("refused", ObjectSchema.constant(BooleanNode.TRUE))
                .must("problems", ObjectSchema.listOf(problem.node()))
                .node();
    }

    private static ObjectNode tooLarge() {
        return ObjectSchema.open("everything was carried out; send the same documents in a file to get the results")
                .must("interface", ObjectSchema.of("string"))
                .must("tenant", ObjectSchema.of("string"))
                .must("tooLarge", ObjectSchema.constant(BooleanNode.TRUE))
                .must("bytes", ObjectSchema.of("integer"))
                .must("text", ObjectSchema.of("string"))
                .node();
    }

    private ObjectNode event() {
        var rows = definition.rows().stream()
                .filter(kind -> kind.name().equals(definition.settings().delta().row()))
                .map(kind ->
                        columns(kind).must("key", ObjectSchema.of("string")).node())
                .toList();
        return ObjectSchema.open("a row that is new, changed or gone")
                .must("id", ObjectSchema.of("string").put("format", "uuid"))
                .must("interface", ObjectSchema.constant(TextNode.valueOf(name)))
                .must("tenant", ObjectSchema.of("string"))
                .must("document", ObjectSchema.of("string"))
                .must("change", words("NEW", "CHANGED", "GONE"))
                .must("at", time())
                .must("row", rows.get(0))
                .node();
    }

    private ObjectNode oneOf(List<String> names) {
        var several = new ArrayList<>(names.stream().map(this::reference).toList());
        if (several.size() == 1) {
            return several.get(0);
        }
        var one = ExactJson.mapper().createObjectNode();
        one.putArray("oneOf").addAll(several);
        return one;
    }

    private ObjectNode reference(String schema) {
        return ExactJson.mapper().createObjectNode().put("$ref", place + schema);
    }

    private static String row(RecordKind kind) {
        return kind.name() + "Row";
    }

    private static ObjectNode shortText() {
        return ObjectSchema.of("string").put("minLength", 1).put("maxLength", LONGEST_NAME);
    }

    private static ObjectNode time() {
        return ObjectSchema.of("string")
                .put("format", "date-time")
                .put("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$");
    }

    private static ObjectNode orNull(String type) {
        var schema = ExactJson.mapper().createObjectNode();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    private static ObjectNode words(String... words) {
        var schema = ObjectSchema.of("string");
        List.of(words).forEach(schema.withArrayProperty("enum")::add);
        return schema;
    }
}
