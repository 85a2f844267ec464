package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.ControlTotal;
import java.util.Map;

/** What the ERP may send: members that the adapter does not know are refused, so the schemas have no others. */
final class RequestSchemas {
    private static final int LONGEST_NAME = 64;

    private final InterfaceMapping mapping;
    private final SchemaReferences references;

    RequestSchemas(InterfaceMapping mapping, SchemaReferences references) {
        this.mapping = mapping;
        this.references = references;
    }

    void addTo(Map<String, ObjectNode> schemas) {
        schemas.put("request", request());
        schemas.put("record", record());
    }

    private ObjectNode request() {
        return ObjectSchema.closed("what the ERP asks: one batch of documents")
                .must("interface", SchemaValues.constant(mapping.name()))
                .must("tenant", name())
                .must("batchNumber", name())
                .must("createdAt", SchemaValues.time())
                .must("records", SchemaValues.listOf(references.to("record")))
                .may("totals", totals())
                .node();
    }

    private ObjectNode totals() {
        var totals = ObjectSchema.closed("what is there must be right").may("count", SchemaValues.orNull("integer"));
        for (ControlTotal control : mapping.settings().controls()) {
            totals.may(control.trailer(), SchemaValues.orNull("number"));
        }
        return totals.node().setAll(SchemaValues.orNull("object"));
    }

    private ObjectNode record() {
        var kind = mapping.definition().record();
        var record =
                ObjectSchema.closed(kind.about().en() + " / " + kind.about().zh());
        for (var column : kind.columns()) {
            if (column.needed()) {
                record.must(column.name(), ColumnSchemas.sent(column));
            } else {
                record.may(column.name(), ColumnSchemas.sent(column));
            }
        }
        return record.node();
    }

    private static ObjectNode name() {
        return SchemaValues.of("string").put("minLength", 1).put("maxLength", LONGEST_NAME);
    }
}
