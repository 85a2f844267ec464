package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that say where an interface is offered speak of what they are asked about: the document's columns, the site, the role. */
final class AvailabilityNames {
    private static final String FILE = "availability.schema.json";

    private final Map<String, Set<String>> known = new HashMap<>();
    private final SchemaPlaces places;
    private final Findings findings;

    private AvailabilityNames(InterfaceMapping mapping, Findings findings) {
        this.places = new SchemaPlaces(mapping.files().files().get(FILE));
        this.findings = findings;
        known.put("", Set.of("record", "site", "tenant"));
        known.put("tenant", Set.of("role"));
        known.put("record", new Inputs(mapping, findings).columns());
    }

    static void check(InterfaceMapping mapping, Findings findings) {
        if (mapping.files().files().containsKey(FILE)) {
            new AvailabilityNames(mapping, findings).walk(mapping.availability().document(), "");
        }
    }

    private void walk(JsonNode rule, String place) {
        for (String keyword : List.of("if", "then", "else", "not")) {
            walkIfThere(rule.path(keyword), place);
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            rule.path(keyword).forEach(part -> walkIfThere(part, place));
        }
        rule.path("required").forEach(name -> check(name.asText(), place));
        rule.path("properties").properties().forEach(member -> {
            check(member.getKey(), place);
            walkIfThere(member.getValue(), place.isEmpty() ? member.getKey() : place + "." + member.getKey());
        });
    }

    private void walkIfThere(JsonNode rule, String place) {
        if (rule.isObject()) {
            walk(rule, place);
        }
    }

    private void check(String name, String place) {
        Set<String> right = known.getOrDefault(place, Set.of());
        if (!right.isEmpty() && !right.contains(name)) {
            findings.add(
                    FILE,
                    places.property(name, ""),
                    (place.isEmpty() ? "" : place + ".") + name + " is nothing that is asked about here"
                            + Spelling.advice(name, right));
        }
    }
}
