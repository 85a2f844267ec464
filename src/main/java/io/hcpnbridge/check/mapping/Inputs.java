package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.text.Nearest;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a mapping is given, as it is when the adapter runs; who looks for something else in it is found. */
final class Inputs {
    private static final Set<String> ROOT =
            Set.of("record", "records", "cursor", "now", "tenant", "site", "settings", "response", "judgement");
    private static final Set<String> TENANT = Set.of("name", "domainId", "platformId", "role");
    private static final Set<String> SETTINGS = Set.of("resourceQueryCaller", "language", "billMonths");
    private static final Set<String> JUDGEMENT = Set.of("verdict", "code", "text", "uncertain");

    private final InterfaceMapping mapping;
    private final Findings findings;
    private final Set<String> columns = new TreeSet<>();

    Inputs(InterfaceMapping mapping, Findings findings) {
        this.mapping = mapping;
        this.findings = findings;
        mapping.recordContract().document().path("properties").fieldNames().forEachRemaining(columns::add);
    }

    /** The columns of a document; none if its contract describes none. */
    Set<String> columns() {
        return columns;
    }

    ObjectNode request(JsonNode record, String site, JsonNode cursor) {
        ObjectNode input = watched(ExactJson.mapper().createObjectNode(), ROOT, "input");
        input.set("record", record(record));
        if (mapping.settings().together() != null) {
            input.putArray("records").add(record(record));
        }
        input.set("cursor", cursor);
        input.put("now", "2026-11-28T08:00:00Z");
        ObjectNode tenant = ExactJson.mapper()
                .createObjectNode()
                .put("name", "sample")
                .put("domainId", "sample-domain")
                .put("platformId", "sample-platform")
                .put("role", "distributor");
        input.set("tenant", watched(tenant, TENANT, "tenant"));
        input.put("site", site);
        ObjectNode settings = ExactJson.mapper()
                .createObjectNode()
                .put("resourceQueryCaller", site.equals("china") ? "partner" : "customer")
                .put("language", "en_US")
                .put("billMonths", 18);
        input.set("settings", watched(settings, SETTINGS, "settings"));
        return input;
    }

    /** What {@code rules.jslt} is asked. */
    ObjectNode rules(JsonNode record) {
        ObjectNode asked = watched(ExactJson.mapper().createObjectNode(), Set.of("record"), "input");
        asked.set("record", record(record));
        return asked;
    }

    /** What {@code availability.jslt} is asked. */
    ObjectNode offer(JsonNode record, String site, String role) {
        ObjectNode asked = watched(ExactJson.mapper().createObjectNode(), Set.of("record", "site", "tenant"), "input");
        asked.set("record", record(record));
        asked.put("site", site);
        asked.set("tenant", watched(ExactJson.mapper().createObjectNode().put("role", role), Set.of("role"), "tenant"));
        return asked;
    }

    ObjectNode response(ObjectNode request, JsonNode response, String verdict, String code) {
        ObjectNode input = watched(request, ROOT, "input");
        input.set("response", response);
        ObjectNode judgement =
                ExactJson.mapper().createObjectNode().put("verdict", verdict).put("code", code);
        judgement.putObject("text").put("en", code).put("zh", code);
        input.set("judgement", watched(judgement, JUDGEMENT, "judgement"));
        return input;
    }

    private ObjectNode record(JsonNode record) {
        return new Watched(record, columns.isEmpty() ? null : columns, name -> unknown(name, "document", columns));
    }

    private ObjectNode watched(ObjectNode content, Set<String> known, String what) {
        return new Watched(content, known, name -> unknown(name, what, known));
    }

    private void unknown(String name, String what, Set<String> known) {
        String said = what.equals("document")
                ? asksFor(name, known)
                : "asks for the member " + name + " of the " + what + ", which there is not"
                        + Nearest.advice(name, known);
        JsltPlace.of(mapping, Pattern.compile("[.]%1$s(?![\\w-])|\"%1$s\"".formatted(Pattern.quote(name))))
                .ifPresent(found -> findings.add(found.file(), found.line(), said));
    }

    static String asksFor(String column, Set<String> known) {
        return "asks for the column " + column + ", which interface.yaml does not have" + Nearest.advice(column, known);
    }
}
