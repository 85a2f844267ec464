package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.ledger.AttemptIntent;
import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.judgement.Judgement;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Before and after a call: map the request, commit the intent, map the response. */
@Component("callSteps")
public class CallSteps {
    private final RequestMapping requests;
    private final AnswerMapping answers;
    private final AttemptLedger attempts;
    private final StepEnd step;
    private final WorkProperties settings;

    CallSteps(
            RequestMapping requests,
            AnswerMapping answers,
            AttemptLedger attempts,
            StepEnd step,
            WorkProperties settings) {
        this.requests = requests;
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
        var mapped = requests.of(work);
        if (mapped.refusal() != null) {
            exchange.setProperty("refusal", mapped.refusal());
            return;
        }
        var request = mapped.request();
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
                request.effect() != Effect.READ,
                request.effect().mayBeRepeated(),
                request.bodyHash());
        work.attempts(attempts.open(work.records(), intent, settings.node(), settings.lease()));
    }

    /** Maps a success or a business refusal and ends the step with it; says whether one more call is to be made. */
    public boolean mapResponse(
            @ExchangeProperty("judgement") Judgement judgement, @Body JsonNode response, Exchange exchange) {
        return step.conclude(exchange, answers.conclusions(Work.of(exchange), judgement, response));
    }
}
