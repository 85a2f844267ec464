package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.ledger.AttemptIntent;
import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.judgement.Judgement;
import java.util.Locale;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Before and after a call: map the request, commit the intent, map the response. */
@Component("callSteps")
public class CallSteps {
    private final MappingInput input;
    private final AnswerMapping answers;
    private final AttemptLedger attempts;
    private final StepEnd step;
    private final WorkProperties settings;

    CallSteps(
            MappingInput input, AnswerMapping answers, AttemptLedger attempts, StepEnd step, WorkProperties settings) {
        this.input = input;
        this.answers = answers;
        this.attempts = attempts;
        this.step = step;
        this.settings = settings;
    }

    /**
     * Maps the record and its cursor to the next request, which becomes the message; or leaves in the property {@code refusal} why
     * no call can be made.
     */
    public void mapRequest(Exchange exchange) {
        exchange.removeProperty("refusal");
        var work = Work.of(exchange);
        var mapping = work.mapping();
        var mapped = mapping.request(work.generation(), input.of(work));
        if (mapped.hasNonNull("refusal")) {
            exchange.setProperty("refusal", mapped.get("refusal").asText());
            return;
        }
        var request = PartnerRequest.from(
                mapped,
                Effect.valueOf(mapping.settings().effect().toUpperCase(Locale.ROOT)),
                Caller.valueOf(mapping.settings().caller().toUpperCase(Locale.ROOT)));
        if (work.records().size() > 1 && request.effect() == Effect.WRITE) {
            throw new IllegalStateException("Records must not share a call that writes");
        }
        work.ask(request);
        exchange.setProperty("api", request.api());
        exchange.getMessage().setBody(request);
    }

    /** Commits what is about to be sent; after this a write may have reached the partner, whatever happens to us. */
    public void openAttempt(Exchange exchange) {
        var work = Work.of(exchange);
        var request = work.request();
        exchange.removeProperty("judgement");
        var intent = new AttemptIntent(
                request.api(),
                request.endpointText(),
                work.generation() == null ? null : work.generation().text(),
                request.effect() == Effect.WRITE,
                request.bodyHash());
        work.attempts(attempts.open(work.records(), intent, settings.node(), settings.lease()));
    }

    /** Maps a success or a business refusal and ends the step with it; says whether one more call is to be made. */
    public boolean mapResponse(
            @ExchangeProperty("judgement") Judgement judgement, @Body JsonNode response, Exchange exchange) {
        return step.conclude(exchange, answers.conclusions(Work.of(exchange), judgement, response));
    }
}
