package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappedText;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.outcome.FailedMappingException;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.request.MappedRequest;
import io.hcpnbridge.text.Words;
import org.springframework.stereotype.Component;

/** The call that a record asks for next, as its request mapping says. */
@Component
class RequestMapping {
    private final MappingInput input;
    private final AnnouncedCalls calls;

    RequestMapping(MappingInput input, AnnouncedCalls calls) {
        this.input = input;
        this.calls = calls;
    }

    /**
     * What a request mapping gives.
     *
     * @param call null if there is a refusal
     * @param refusal why no call can be made, else null
     */
    record Mapped(PartnerCall call, Words refusal) {}

    Mapped of(Work work) {
        var mapping = work.mapping();
        var mapped = mapped(work);
        if (mapped.hasNonNull("refusal")) {
            return new Mapped(null, refusal(mapping, mapped.get("refusal")));
        }
        var request = request(mapping, mapped);
        if (work.records().size() > 1 && request.effect() != Effect.READ) {
            throw new IllegalStateException("Records must not share a call that writes");
        }
        return new Mapped(calls.of(work, request), null);
    }

    /** What the mapping asks for. */
    JsonNode mapped(Work work) {
        try {
            return work.mapping().request(work.generation(), input.of(work));
        } catch (MappingException e) {
            throw FailedMappingException.of(e);
        }
    }

    private static Words refusal(InterfaceMapping mapping, JsonNode said) {
        try {
            return MappedText.of(said);
        } catch (IllegalArgumentException e) {
            throw new FailedMappingException(
                    Words.of("Interface %s: refusal %s", "接口 %s：refusal %s", mapping.name(), e.getMessage()));
        }
    }

    private static PartnerRequest request(InterfaceMapping mapping, JsonNode mapped) {
        try {
            return MappedRequest.of(mapping, mapped);
        } catch (IllegalArgumentException e) {
            throw new FailedMappingException(Words.of("Interface %s: %s", "接口 %s：%s", mapping.name(), e.getMessage()));
        }
    }
}
