package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.text.Nearest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mapping asks the partner for what was asked when the sample was recorded, and tells what was told. What was left out on purpose has
 * no place in the format either, and a member of a request has no double that is spelt nearly like it.
 */
final class SameAsRecorded {
    private final InterfaceMapping mapping;
    private final Findings findings;
    private final String sample;

    SameAsRecorded(InterfaceMapping mapping, Findings findings, String sample) {
        this.mapping = mapping;
        this.findings = findings;
        this.sample = sample;
    }

    void request(String file, JsonNode recorded, JsonNode request) {
        if (!recorded.isObject()) {
            return;
        }
        Set<String> before = names(recorded);
        Set<String> now = names(request);
        for (String name : now) {
            String advice = before.contains(name) ? "" : Nearest.advice(name, left(before, now));
            if (!advice.isEmpty()) {
                findings.add(
                        file,
                        0,
                        "asks the partner with " + name + ", with which nobody asked before" + advice + sample);
            }
        }
    }

    void answer(String file, JsonNode recorded, JsonNode given) {
        Map<String, JsonNode> rows = new HashMap<>();
        rows(given).forEach(row -> rows.put(row.path("key").asText(), row));
        for (JsonNode before : rows(recorded)) {
            JsonNode row = rows.get(before.path("key").asText());
            if (row != null && row.path("row").equals(before.path("row"))) {
                same(file, before.path("row").asText(), before, row);
            }
        }
        if (recorded.path("fields").isObject() && given.path("fields").isObject()) {
            same(file, "result", recorded.get("fields"), given.get("fields"));
        }
    }

    private void same(String file, String kind, JsonNode before, JsonNode now) {
        for (RecordKind record : mapping.definition().records("answer")) {
            for (Column column : record.name().equals(kind) ? record.columns() : List.<Column>of()) {
                if (before.hasNonNull(column.name()) && !now.hasNonNull(column.name())) {
                    findings.add(
                            file,
                            0,
                            "no longer gives the column " + column.name() + " of a row " + kind
                                    + ", though the partner's answer has it; correct what it reads, or take the column out"
                                    + " of interface.yaml" + sample);
                }
            }
        }
    }

    /** Of documents that shared a call all of them. */
    private static Iterable<JsonNode> rows(JsonNode given) {
        Set<JsonNode> rows = new LinkedHashSet<>();
        given.path("rows").forEach(rows::add);
        given.path("answers").forEach(answer -> answer.path("rows").forEach(rows::add));
        return rows;
    }

    private static Set<String> names(JsonNode request) {
        Set<String> names = new TreeSet<>();
        collect(request.path("query"), names);
        collect(request.path("body"), names);
        request.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> collect(child, names));
    }

    private static Set<String> left(Set<String> all, Set<String> without) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(without);
        return left;
    }
}
