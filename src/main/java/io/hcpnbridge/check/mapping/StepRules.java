package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.AnswerFit;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.Misfit;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.PartnerApi;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.text.Nearest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What mappings give has a place: requests have the members that are read, answers what contract and format have room for. */
final class StepRules {
    static final String API = "api ";

    private static final Set<String> REQUEST = Set.of(
            "api",
            "method",
            "path",
            "query",
            "headers",
            "body",
            "envelope",
            "payload",
            "effect",
            "caller",
            "customer",
            "project",
            "idempotent",
            "brief",
            "known",
            "refusal");

    private final InterfaceMapping mapping;
    private final AnswerFit fit;
    private final Findings findings;
    private final Set<String> given = new TreeSet<>();
    /** Most documents lead to the same answers. */
    private final Set<String> tried = new HashSet<>();

    StepRules(InterfaceMapping mapping, Findings findings) {
        this.mapping = mapping;
        this.fit = new AnswerFit(mapping);
        this.findings = findings;
    }

    /** What was given so far: {@code order.status}, of the result {@code .customers}, and of requests {@code api list-orders-new}. */
    Set<String> given() {
        return given;
    }

    /**
     * A request has no member that nobody reads, and calls what {@code interface.yaml} says. What an interface without an API asks for
     * is read by its own route.
     */
    void members(String file, JsonNode request) {
        if (!mapping.settings().calls() && !request.has("api")) {
            return;
        }
        if (request.path("api").isTextual()) {
            api(file, request.get("api").textValue());
        }
        request.fieldNames().forEachRemaining(name -> {
            if (!REQUEST.contains(name)) {
                add(
                        file,
                        name,
                        "gives a request the member " + name + ", which is not read" + Nearest.advice(name, REQUEST));
            }
        });
    }

    private void api(String file, String name) {
        given.add(API + name);
        List<String> apis =
                mapping.settings().apis().stream().map(PartnerApi::name).toList();
        if (!apis.contains(name)) {
            String reason = "calls the API " + name + ", which apis of interface.yaml does not have";
            add(file, "api", reason + Nearest.advice(name, apis));
        }
    }

    /** What a mapping made of {@link Anything}: its names are known, and what it says of itself fits. */
    void known(String file, JsonNode mapped) {
        for (JsonNode step : answers(mapped)) {
            JsonNode settled = Anything.settled(step);
            if (!tried.add(file + settled)) {
                continue;
            }
            note(step);
            told(file, step.path("text"));
            report(file, "", fit.ofContract(settled), StepRules::isAboutNames);
            JsonNode own = Anything.left(step);
            report(file, "", fit.ofContract(own), StepRules::isAboutTypes);
            room(file, "", own);
        }
    }

    /** A row that says what changed; of that kind unless it says another. */
    void changed(String file, String kind, JsonNode row) {
        if (row instanceof ObjectNode told) {
            ObjectNode step = ExactJson.mapper().createObjectNode();
            ObjectNode full = step.putArray("rows").addObject();
            full.setAll(told);
            full.put("row", told.path("row").asText(kind)).put("key", "1");
            known(file, step);
        }
    }

    /** What a mapping made of a recorded answer: all of it fits. */
    void fits(String file, String sample, JsonNode mapped) {
        for (JsonNode step : answers(mapped)) {
            List<Misfit> broken = fit.ofContract(step);
            report(file, sample, broken, any -> true);
            if (broken.isEmpty()) {
                room(file, sample, step);
            }
        }
    }

    /** What the adapter says of a call has two languages: who puts them into a plain text tells the ERP an object. */
    private void told(String file, JsonNode text) {
        if (text.toString().contains("\\\"en\\\":")) {
            add(
                    file,
                    "text",
                    "puts both languages of judgement.text into one text; take each by shared/words.jslt, into {\"en\": …, \"zh\": …}");
        }
    }

    private void note(JsonNode step) {
        for (JsonNode row : step.path("rows")) {
            String kind = row.path("row").asText();
            row.fieldNames().forEachRemaining(column -> given.add(kind + "." + column));
        }
        step.path("fields").fieldNames().forEachRemaining(column -> given.add("." + column));
    }

    /** A step of its own, or those of several documents that shared a call. */
    private Collection<JsonNode> answers(JsonNode mapped) {
        boolean shared = mapping.settings().together() != null;
        return shared ? mapped.path("answers").valueStream().toList() : List.of(mapped);
    }

    private void room(String file, String sample, JsonNode step) {
        try (AnswerFit.Room room = fit.room(Form.FILE)) {
            for (JsonNode row : step.path("rows")) {
                if (row instanceof ObjectNode object && row.path("row").isTextual()) {
                    ObjectNode content = object.deepCopy();
                    content.remove(List.of("row", "key"));
                    String kind = row.get("row").textValue();
                    report(
                            file,
                            sample,
                            room.misfit(kind, content, "1").stream().toList(),
                            any -> true);
                }
            }
            if (step.path("fields") instanceof ObjectNode fields) {
                report(file, sample, room.misfit("result", fields, "1").stream().toList(), any -> true);
            }
        }
    }

    private static boolean isAboutNames(Misfit misfit) {
        return misfit.rule().en().equals("is not known") || misfit.column().equals("row");
    }

    private static boolean isAboutTypes(Misfit misfit) {
        return misfit.rule().en().startsWith("must be ") && !misfit.column().equals("row");
    }

    private void report(String file, String sample, List<Misfit> misfits, Predicate<Misfit> counts) {
        for (Misfit misfit : misfits) {
            if (counts.test(misfit)) {
                add(
                        file,
                        misfit.column(),
                        "gives " + misfit.place() + ", which " + rule(misfit) + advice(misfit) + sample);
            }
        }
    }

    private static String rule(Misfit misfit) {
        if (misfit.column().equals("row")) {
            return "interface.yaml does not know as a kind of row; it " + misfit.rule();
        }
        return misfit.rule().en().equals("is not known")
                ? "interface.yaml does not know; write it there, or leave it out"
                : misfit.rule() + " by interface.yaml";
    }

    private String advice(Misfit misfit) {
        if (!misfit.rule().en().equals("is not known")) {
            return "";
        }
        List<Column> right = misfit.row().isEmpty()
                ? mapping.definition().ownColumns("result")
                : mapping.definition().record("answer", misfit.row()).columns();
        return Nearest.advice(misfit.column(), right.stream().map(Column::name).toList());
    }

    /** With the line on which the name stands, in the mapping itself or in what it imports. */
    private void add(String file, String name, String reason) {
        Pattern written = Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:");
        JsltPlace place = JsltPlace.in(mapping, file, written)
                .or(() -> JsltPlace.imported(mapping, file, written))
                .orElse(new JsltPlace(file, 0));
        String by = place.file().equals(file) ? "" : mapping.name() + "/" + file + " ";
        findings.add(place.file(), place.line(), by + reason);
    }
}
