package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.DoubtMapping;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.outcome.FailedMappingException;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.text.Words;
import io.hcpnbridge.version.MappingVersions;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The read that is to tell what became of a doubtful write, as the interface's present {@code question.jslt} says. */
@Component
class QuestionMapping {
    private final MappingVersions mappings;
    private final MappingInput input;
    private final AnnouncedCalls calls;

    QuestionMapping(MappingVersions mappings, MappingInput input, AnnouncedCalls calls) {
        this.mappings = mappings;
        this.input = input;
        this.calls = calls;
    }

    /** @throws FailedMappingException if the mapping fails, or wants to change something */
    RequestMapping.Mapped of(Work work) {
        var interfaceName = work.record().interfaceName();
        return mappings.current(interfaceName)
                .doubts()
                .map(asking -> asked(work, mapped(asking, work)))
                .orElseGet(() -> new RequestMapping.Mapped(
                        null,
                        Words.same("No read of the partner is known that tells: " + interfaceName
                                + " has no question.jslt")));
    }

    private RequestMapping.Mapped asked(Work work, JsonNode mapped) {
        if (mapped.hasNonNull("unknown")) {
            return new RequestMapping.Mapped(
                    null, Words.same(mapped.get("unknown").asText()));
        }
        return new RequestMapping.Mapped(calls.of(work, request(work, mapped)), null);
    }

    private JsonNode mapped(DoubtMapping asking, Work work) {
        try {
            return asking.question(input.ofQuestion(work));
        } catch (MappingException e) {
            throw FailedMappingException.of(e);
        }
    }

    private static PartnerRequest request(Work work, JsonNode mapped) {
        var settings = work.mapping().settings();
        PartnerRequest request;
        try {
            request = PartnerRequest.from(
                    mapped, Effect.READ, Caller.valueOf(settings.caller().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new FailedMappingException(Words.of(
                    "%s/question.jslt gives no request: %s",
                    "%s/question.jslt 没有给出请求：%s", work.mapping().name(), e.getMessage()));
        }
        if (request.effect() != Effect.READ) {
            throw new FailedMappingException(Words.of(
                    "%s/question.jslt must only read",
                    "%s/question.jslt 只能查询", work.mapping().name()));
        }
        return request;
    }
}
