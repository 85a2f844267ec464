package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the ERP may get: an answer, a refusal, the notice that an answer is too large, events. Later versions may add members. */
final class ReplySchemas {
    private static final List<String> TOTALS =
            List.of("records", "rows", "ok", "partial", "refused", "failed", "inDoubt", "pending");

    private final String name;
    private final InterfaceDefinition definition;
    private final SchemaReferences references;

    ReplySchemas(InterfaceMapping mapping, SchemaReferences references) {
        name = mapping.name();
        definition = mapping.definition();
        this.references = references;
    }

    void addTo(Map<String, ObjectNode> schemas) {
        schemas.put("reply", references.toOneOf(List.of("answer", "refusal", "tooLarge")));
        schemas.put("answer", answer());
        schemas.put("result", result());
        definition.rows().forEach(kind -> schemas.put(nameOf(kind), row(kind).node()));
        schemas.put("refusal", refusal());
        schemas.put("tooLarge", tooLarge());
        if (definition.settings().delta() != null) {
            schemas.put("event", event());
        }
    }

    private ObjectNode answer() {
        var totals = ObjectSchema.open("how many results and rows there are, and how many results of each status");
        TOTALS.forEach(number -> totals.must(number, SchemaValues.of("integer")));
        var answer = ObjectSchema.open("what came of each document, in their order")
                .must("interface", SchemaValues.constant(name))
                .must("tenant", SchemaValues.of("string"))
                .must("batchNumber", SchemaValues.of("string"))
                .may("createdAt", SchemaValues.time())
                .must("results", SchemaValues.listOf(references.to("result")));
        definition.records("answer").stream()
                .filter(kind -> kind.name().equals("sum"))
                .forEach(kind -> answer.may(
                        "sums", SchemaValues.listOf(columns(kind, any -> true).node())));
        return answer.must("totals", totals.node())
                .must("edition", SchemaValues.words("interim", "final"))
                .node();
    }

    private ObjectNode result() {
        var kind = definition.record("answer", "result");
        var result = columns(kind, column -> !column.name().equals("rows"))
                .must("document", SchemaValues.of("string"))
                .must("status", SchemaValues.words("OK", "PARTIAL", "REFUSED", "FAILED", "PENDING", "IN_DOUBT"))
                .may("text", SchemaValues.of("string"));
        var rows = definition.rows().stream().map(ReplySchemas::nameOf).toList();
        if (!rows.isEmpty()) {
            result.may("rows", SchemaValues.listOf(references.toOneOf(rows)));
        }
        return result.node();
    }

    private static ObjectNode refusal() {
        var problem = ObjectSchema.open("a rule that is broken")
                .may("record", SchemaValues.of("integer").put("minimum", 1))
                .may("field", SchemaValues.of("string"))
                .may("value", SchemaValues.of("string"))
                .must("rule", SchemaValues.of("string"));
        return ObjectSchema.open("nothing of the request was done; a problem without a record is about all of it")
                .may("interface", SchemaValues.of("string"))
                .may("batchNumber", SchemaValues.of("string"))
                .may("tenant", SchemaValues.of("string"))
                .must("refused", SchemaValues.yes())
                .must("problems", SchemaValues.listOf(problem.node()))
                .node();
    }

    private static ObjectNode tooLarge() {
        return ObjectSchema.open("everything was carried out; send the same documents in a file to get the results")
                .must("interface", SchemaValues.of("string"))
                .must("tenant", SchemaValues.of("string"))
                .must("tooLarge", SchemaValues.yes())
                .must("bytes", SchemaValues.of("integer"))
                .must("text", SchemaValues.of("string"))
                .node();
    }

    private ObjectNode event() {
        var kind = definition.record("answer", definition.settings().delta().row());
        return ObjectSchema.open("a row that is new, changed or gone")
                .must("id", SchemaValues.of("string").put("format", "uuid"))
                .must("interface", SchemaValues.constant(name))
                .must("tenant", SchemaValues.of("string"))
                .must("document", SchemaValues.of("string"))
                .must("change", SchemaValues.words("NEW", "CHANGED", "GONE"))
                .must("at", SchemaValues.time())
                .must("row", row(kind).must("key", SchemaValues.of("string")).node())
                .node();
    }

    private static ObjectSchema row(RecordKind kind) {
        return columns(kind, column -> !column.name().equals("document"))
                .must("row", SchemaValues.constant(kind.name()));
    }

    private static String nameOf(RecordKind kind) {
        return kind.name() + "Row";
    }

    private static ObjectSchema columns(RecordKind kind, Predicate<Column> wanted) {
        var object = ObjectSchema.open(kind.about().en() + " / " + kind.about().zh());
        kind.columns().stream()
                .filter(wanted.and(column -> column.kind() != ValueKind.BLANK))
                .forEach(column -> object.may(column.name(), ColumnSchemas.received(column)));
        return object;
    }
}
