package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.json.MalformedJsonException;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.SampleFiles;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.List;
import java.util.Locale;

/**
 * The mappings are tried with what the partner answered to the samples, call by call: {@code samples/recorded.json}. Each document can
 * be asked for, and each answer can be told.
 */
final class RecordedAnswers {
    private static final String FILE = "recorded.json";

    private final InterfaceMapping mapping;
    private final boolean own;
    private final Inputs inputs;
    private final StepRules rules;
    private final Findings findings;

    private RecordedAnswers(InterfaceMapping mapping, boolean own, Findings findings) {
        this.mapping = mapping;
        this.own = own;
        this.inputs = new Inputs(mapping, findings);
        this.rules = new StepRules(mapping, findings);
        this.findings = findings;
    }

    static void check(InterfaceMapping mapping, SampleFiles samples, Findings findings) {
        byte[] content = samples.files().get(FILE);
        if (content == null) {
            return;
        }
        try {
            JsonNode steps = ExactJson.read(content);
            RecordedAnswers answers = new RecordedAnswers(mapping, samples.own(), findings);
            steps.forEach(answers::check);
        } catch (MalformedJsonException malformed) {
            findings.add("samples/" + FILE, 0, malformed.getMessage());
        }
    }

    private void check(JsonNode recorded) {
        Step step = new Step(mapping, generation(recorded));
        String sample = Findings.sample(recorded.at("/record/document").asText());
        ObjectNode input = input(inputs, recorded);
        try {
            JsonNode request = step.request(input);
            boolean comparable =
                    request.path("api").asText().equals(recorded.path("api").asText());
            // A mapping that replaces the packed one may ask another API, to which this is no answer.
            if (request.hasNonNull("refusal") || !comparable && !own) {
                return;
            }
            step.call(request);
            JsonNode given = step.response(answer(inputs, input, recorded));
            rules.fits(step.file("response"), sample, given);
            SameAsRecorded same = new SameAsRecorded(mapping, findings, sample);
            same.request(step.file("request"), recorded.path("request"), request);
            same.answer(step.file("response"), recorded.path("given"), given);
        } catch (MappingException failed) {
            findings.add(new MappingException(
                    failed.file(), failed.line(), "interface " + mapping.name() + ": " + failed.reason() + sample));
        } catch (IllegalArgumentException noRequest) {
            findings.add(step.file("request"), 0, noRequest.getMessage() + sample);
        }
    }

    /** What the request mapping was given. */
    static ObjectNode input(Inputs inputs, JsonNode recorded) {
        ObjectNode input =
                inputs.request(recorded.path("record"), recorded.path("site").asText("china"), recorded.get("cursor"));
        for (String seen : List.of("records", "now", "tenant", "settings")) {
            if (recorded.has(seen)) {
                input.set(seen, recorded.get(seen));
            }
        }
        return input;
    }

    /** What the response mapping was given. */
    static ObjectNode answer(Inputs inputs, ObjectNode input, JsonNode recorded) {
        JsonNode judgement = recorded.path("judgement");
        return inputs.response(
                input,
                recorded.get("response"),
                judgement.path("verdict").asText("success"),
                judgement.path("code").textValue());
    }

    static Generation generation(JsonNode recorded) {
        String text = recorded.path("generation").asText("old").toUpperCase(Locale.ROOT);
        return text.equals("NULL") ? Generation.OLD : Generation.valueOf(text);
    }
}
