package io.hcpnbridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.MappedText;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One call of a document with what the partner answered, as {@code recorded.json} has it. */
record RecordedCall(JsonNode step) {
    /** What of a request the partner sees. */
    private static final List<String> SENT =
            List.of("api", "method", "path", "query", "body", "headers", "customer", "project");

    private static final Set<String> VERDICTS = Set.of("success", "refused", "failed");

    /** What it lacks, as people write it who have no run to record it. */
    Optional<String> fault() {
        if (!step.path("api").isTextual()) {
            return Optional.of("has no api");
        }
        if (!step.at("/record/document").isTextual()) {
            return Optional.of("has no document (record: {document: …})");
        }
        return VERDICTS.contains(step.at("/judgement/verdict").asText("success"))
                ? Optional.empty()
                : Optional.of("its verdict must be success, refused or failed");
    }

    boolean isOf(String document) {
        return step.at("/record/document").asText().equals(document);
    }

    /** Whether it was made on that site. */
    boolean isAt(String site) {
        return step.path("site").asText(site).equals(site);
    }

    /** Whether a call of that generation is it; only mappings that have two tell. */
    boolean isOf(Generation generation) {
        return generation == null || step.path("generation").asText().equals(generation.text());
    }

    boolean isOfApi(String api) {
        return step.path("api").asText().equals(api);
    }

    /** The input of a mapping as it was then: the time, the tenant and the settings, as far as they were written down. */
    ObjectNode seen(ObjectNode input) {
        var seen = ExactJson.mapper().createObjectNode();
        seen.setAll(input);
        for (var name : List.of("now", "tenant", "settings")) {
            if (step.has(name)) {
                seen.set(name, step.get(name));
            }
        }
        return seen;
    }

    /** Whether it is the answer to that request; one that was written by hand may leave it out, and is told by document and cursor. */
    boolean answers(JsonNode request, String document, JsonNode cursor) {
        if (!step.has("request")) {
            return isOf(document) && exact(step.path("cursor")).equals(exact(cursor));
        }
        return SENT.stream()
                .allMatch(part -> exact(step.get("request").path(part)).equals(exact(request.path(part))));
    }

    Judgement judgement() {
        var said = step.path("judgement");
        var verdict = said.path("verdict").asText("success").toUpperCase(Locale.ROOT);
        return Judgement.withoutAnswer(
                Verdict.valueOf(verdict),
                said.path("code").asText("CBC.0000"),
                Optional.ofNullable(MappedText.of(said.path("text"))).orElse(Words.same("OK")));
    }

    /** Null if the answer had no body. */
    JsonNode response() {
        return step.get("response");
    }

    /** Numbers are equal that are written alike, of whatever size their mapping made them. */
    private static JsonNode exact(JsonNode node) {
        return node == null || node.isMissingNode() || node.isNull()
                ? ExactJson.mapper().nullNode()
                : ExactJson.read(ExactJson.text(node));
    }
}
