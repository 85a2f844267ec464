package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Delta;
import io.hcpnbridge.mapping.problem.MappingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The mappings are tried with documents and answers that have everything, so that each column and each kind of row they can give is
 * given. That a mapping fails on such an answer says nothing; that it gives what nobody has a place for does.
 */
final class EveryColumn {
    private static final int MOST_STEPS = 12;
    private static final Pattern CODE = Pattern.compile("\"([A-Z]+\\.\\d+)\"");

    private final InterfaceMapping mapping;
    private final Inputs inputs;
    private final StepRules rules;
    private final Findings findings;
    private final Set<String> codes;

    private EveryColumn(InterfaceMapping mapping, Findings findings) {
        this.mapping = mapping;
        this.inputs = new Inputs(mapping, findings);
        this.rules = new StepRules(mapping, findings);
        this.findings = findings;
        this.codes = codes(mapping);
    }

    /** The partner's codes that the mappings speak of, and one that they do not. */
    private static Set<String> codes(InterfaceMapping mapping) {
        Set<String> codes = new TreeSet<>(Set.of("CBC.0"));
        mapping.files().files().forEach((file, content) -> {
            if (file.endsWith(".jslt") && !file.startsWith("shared/")) {
                CODE.matcher(new String(content, StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> codes.add(found.group(1)));
            }
        });
        return codes;
    }

    /** What was given, see {@link StepRules#given()}. */
    static Set<String> check(InterfaceMapping mapping, List<ObjectNode> records, Findings findings) {
        EveryColumn check = new EveryColumn(mapping, findings);
        List<ObjectNode> all = new ArrayList<>(records);
        all.addAll(PlausibleRecords.of(mapping));
        for (Generation generation :
                mapping.hasGenerations() ? Generation.values() : new Generation[] {Generation.OLD}) {
            for (String site : List.of("china", "international")) {
                all.forEach(record -> check.walk(new Step(mapping, generation), record, site));
            }
        }
        check.delta();
        return check.rules.given();
    }

    /** A row that is new, one that is gone, and one that is another now. */
    private void delta() {
        Delta delta = mapping.settings().delta();
        if (delta == null) {
            return;
        }
        ObjectNode row = ExactJson.mapper().createObjectNode();
        mapping.definition()
                .record("answer", delta.row())
                .columns()
                .forEach(column -> row.set(column.name(), new Anything()));
        row.remove("document");
        for (JsonNode before : List.of(row, NullNode.getInstance())) {
            for (JsonNode after : List.of(row, NullNode.getInstance())) {
                rules.changed("delta.jslt", delta.row(), deltaOf(before, after));
            }
        }
    }

    private JsonNode deltaOf(JsonNode before, JsonNode after) {
        ObjectNode input = ExactJson.mapper().createObjectNode();
        input.set("before", before);
        input.set("after", after);
        try {
            return mapping.delta(input);
        } catch (MappingException unusual) {
            return NullNode.getInstance();
        }
    }

    /** From cursor to cursor. */
    private void walk(Step step, ObjectNode record, String site) {
        List<JsonNode> open = new ArrayList<>(List.of(NullNode.getInstance()));
        Set<String> seen = new TreeSet<>();
        for (int done = 0; done < open.size() && done < MOST_STEPS; done++) {
            ObjectNode input = inputs.request(record, site, open.get(done));
            if (mapping.hasGenerations() && done == 0) {
                needs(input);
            }
            JsonNode request = request(step, input);
            if (request != null) {
                answers(step, input, request).stream()
                        .filter(next -> seen.add(next.toString()))
                        .forEach(open::add);
            }
        }
    }

    private void needs(ObjectNode input) {
        try {
            mapping.generationNeeds(input).fieldNames().forEachRemaining(name -> {
                if (!Set.of("old", "new", "impossible").contains(name)) {
                    findings.add("generation.jslt", 0, "gives " + name + ", but only old, new and impossible are read");
                }
            });
        } catch (MappingException unusual) {
            // a document that no ERP would write
        }
    }

    /** Null if the mapping cannot be tried with this document. */
    private JsonNode request(Step step, ObjectNode input) {
        try {
            JsonNode request = step.request(input);
            rules.members(step.file("request"), request);
            return request.hasNonNull("refusal") ? null : request;
        } catch (MappingException unusual) {
            return null;
        }
    }

    /** The cursors of the calls that follow, whatever the partner says. */
    private List<JsonNode> answers(Step step, ObjectNode input, JsonNode request) {
        List<JsonNode> following = new ArrayList<>();
        List<ObjectNode> said = new ArrayList<>();
        said.add(inputs.response(input, new Anything(), "success", null));
        codes.forEach(code -> said.add(inputs.response(input, new Anything(), "refused", code)));
        if (request.path("idempotent").asBoolean() || request.path("brief").asBoolean()) {
            said.add(inputs.response(input, null, "failed", "BRIDGE.UNAVAILABLE"));
            said.add(uncertain(inputs.response(input, null, "failed", "BRIDGE.UNAVAILABLE")));
        }
        for (ObjectNode one : said) {
            try {
                JsonNode given = step.response(one);
                rules.known(step.file("response"), given);
                if (given.path("next").isObject()) {
                    following.add(Anything.settled(given.get("next")));
                }
            } catch (MappingException unusual) {
                // an answer that no partner would give
            }
        }
        return following;
    }

    /** The same of a call that may have been carried out, though nobody has heard so. */
    private static ObjectNode uncertain(ObjectNode input) {
        input.withObject("judgement").put("uncertain", true);
        return input;
    }
}
