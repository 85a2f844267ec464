package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Documents with something in every column, with nothing more than they need, and with each value that the contract names for one; no ERP would write some of them. */
final class PlausibleRecords {
    private final InterfaceMapping mapping;
    private final JsonNode columns;

    private PlausibleRecords(InterfaceMapping mapping) {
        this.mapping = mapping;
        this.columns = mapping.recordContract().document().path("properties");
    }

    static List<ObjectNode> of(InterfaceMapping mapping) {
        PlausibleRecords records = new PlausibleRecords(mapping);
        ObjectNode full = ExactJson.mapper().createObjectNode();
        records.columns.properties().forEach(column -> full.set(column.getKey(), records.value(column)));
        List<ObjectNode> all = new ArrayList<>(List.of(full));
        for (Map.Entry<String, JsonNode> column : records.columns.properties()) {
            for (JsonNode value : column.getValue().path("enum")) {
                ObjectNode other = full.deepCopy();
                other.set(column.getKey(), value);
                all.add(other);
            }
        }
        ObjectNode least = ExactJson.mapper().createObjectNode();
        mapping.recordContract()
                .document()
                .path("required")
                .forEach(name -> least.set(name.asText(), full.get(name.asText())));
        all.add(least);
        return all.stream().distinct().toList();
    }

    private JsonNode value(Map.Entry<String, JsonNode> column) {
        JsonNode rule = column.getValue();
        if (rule.has("const") || rule.has("enum")) {
            return rule.has("const") ? rule.get("const") : rule.path("enum").path(0);
        }
        if (rule.path("type").asText().matches("integer|number")) {
            return rule.has("minimum")
                    ? rule.get("minimum")
                    : ExactJson.mapper().getNodeFactory().numberNode(1);
        }
        boolean time = mapping.definition()
                .record()
                .column(column.getKey())
                .filter(of -> of.kind() == ValueKind.TIME)
                .isPresent();
        return ExactJson.mapper().getNodeFactory().textNode(time ? "2026-01-01T00:00:00Z" : "1");
    }
}
