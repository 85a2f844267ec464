package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The documents that a schedule asks for have the columns of the interface. */
final class PulledColumns {
    private static final String FILE = "pull.jslt";

    private PulledColumns() {}

    static void check(InterfaceMapping mapping, Findings findings) {
        if (!mapping.canBePulled()) {
            return;
        }
        Set<String> columns = new Inputs(mapping, findings).columns();
        Set<String> given = new TreeSet<>();
        for (JsonNode values : List.of(new Anything(), ExactJson.mapper().createObjectNode())) {
            documents(mapping, values).forEach(document -> document.fieldNames().forEachRemaining(given::add));
        }
        given.stream()
                .filter(name -> !columns.isEmpty() && !columns.contains(name))
                .forEach(name -> findings.add(
                        FILE,
                        line(mapping, name),
                        "gives a document the column " + name + ", which interface.yaml does not have"
                                + Nearest.advice(name, columns)));
    }

    private static int line(InterfaceMapping mapping, String name) {
        return JsltPlace.in(mapping, FILE, Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:"))
                .map(JsltPlace::line)
                .orElse(0);
    }

    private static JsonNode documents(InterfaceMapping mapping, JsonNode values) {
        ObjectNode input = ExactJson.mapper().createObjectNode().put("pull", "sample");
        input.putObject("period")
                .put("name", "2026-10")
                .put("from", "2026-09-30T16:00:00Z")
                .put("to", "2026-10-31T16:00:00Z");
        input.putObject("tenant").put("name", "sample").put("domainId", "sample-domain");
        input.put("site", "china").put("now", "2026-11-28T08:00:00Z");
        input.set("values", values);
        try {
            return Anything.settled(mapping.pull(input));
        } catch (MappingException unusual) {
            return ExactJson.mapper().createArrayNode();
        }
    }
}
