package io.hcpnbridge.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the ERP was told, by a file or by a message.
 *
 * @param results in their order
 */
record Answer(List<Result> results) {
    private static final Set<String> OPEN = Set.of("PENDING", "IN_DOUBT");

    /** What an answer says about one document. */
    record Result(String document, String status, Map<String, String> fields, List<Row> rows) {
        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        /** A column of all rows of a kind. */
        List<String> column(String kind, String name) {
            return rows.stream()
                    .filter(row -> row.kind().equals(kind))
                    .map(row -> row.fields().getOrDefault(name, ""))
                    .toList();
        }
    }

    /** A line that belongs to a result. */
    record Row(String kind, Map<String, String> fields) {}

    static Answer ofFile(String iface, byte[] content) {
        var results = new ArrayList<Result>();
        var latest = new HashMap<String, Result>();
        for (var line : ErpFormat.of(iface).read(content)) {
            var document = line.fields().getOrDefault("document", "");
            if (line.record().equals("result")) {
                var result = new Result(document, line.get("status"), line.fields(), new ArrayList<>());
                results.add(result);
                latest.put(document, result);
            } else if (latest.containsKey(document)) {
                latest.get(document).rows().add(new Row(line.record(), line.fields()));
            }
        }
        return new Answer(results);
    }

    static Answer ofMessage(String reply) {
        return new Answer(elements(ExactJson.read(reply).path("results"))
                .map(result -> new Result(
                        result.path("document").asText(),
                        result.path("status").asText(),
                        fields(result),
                        elements(result.path("rows"))
                                .map(row -> new Row(row.path("row").asText(), fields(row)))
                                .toList()))
                .toList());
    }

    /** Whether another one follows that says what became of the rest. */
    boolean isFirst() {
        return results.stream().map(Result::status).anyMatch(OPEN::contains);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        array.forEach(elements::add);
        return elements.stream();
    }

    private static Map<String, String> fields(JsonNode object) {
        var fields = new LinkedHashMap<String, String>();
        object.fields()
                .forEachRemaining(
                        field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }
}
