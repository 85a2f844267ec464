package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.jslt.JsltMapping;
import io.hcpnbridge.mapping.problem.MappingException;

/** How the partner is asked, by reads, what became of a write whose outcome is unknown: {@code question.jslt} and {@code verdict.jslt}. */
public final class DoubtMapping {
    private final JsltMapping question;
    private final JsltMapping verdict;

    DoubtMapping(JsltMapping question, JsltMapping verdict) {
        this.question = question;
        this.verdict = verdict;
    }

    /**
     * The next read: a request, or {@code {"unknown": reason}} if nothing can be asked.
     *
     * @throws MappingException if the mapping fails on this input
     */
    public JsonNode question(JsonNode in) {
        return question.apply(in);
    }

    /**
     * What its answer tells: {@code next}, the cursor of one more read, or {@code verdict} ({@code placed} with {@code response}, as the
     * partner would have answered the write, and {@code found}; {@code not-placed}; {@code unknown}) with {@code evidence} in words.
     *
     * @throws MappingException if the mapping fails on this input
     */
    public JsonNode verdict(JsonNode in) {
        return verdict.apply(in);
    }
}
