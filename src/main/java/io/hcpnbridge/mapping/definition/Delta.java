package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import java.util.List;

/**
 * Records that are answered with what changed since the last one.
 *
 * @param row the kind of rows that are compared
 * @param field of the record that says whether it is one; null: every record is
 * @param is what the field says then
 * @param by fields of the record that tell lists apart which must not be compared with each other
 */
public record Delta(String row, String field, String is, List<String> by) {
    public Delta {
        by = List.copyOf(by);
    }

    /** Whether that record asks for changes. */
    public boolean isFor(JsonNode record) {
        return field == null || record.path(field).asText().equals(is);
    }

    /** What that record's list is known by among those of its tenant and interface. */
    public String scope(JsonNode record) {
        var scope = ExactJson.mapper().createArrayNode();
        by.forEach(name -> scope.add(record.get(name)));
        return ExactJson.text(scope);
    }
}
