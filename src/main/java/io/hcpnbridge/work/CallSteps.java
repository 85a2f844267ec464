package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.ledger.AttemptIntent;
import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.replica.Replica;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Before and after a call: map the request, commit the intent, map the response. */
@LeavesForRoutes({"next", "refusal"})
@Component("callSteps")
public class CallSteps {
    private final RequestMapping requests;
    private final AnswerMapping answers;
    private final AttemptLedger attempts;
    private final StepEnd step;
    private final Replica replica;
    private final ClaimedWork claimed;

    CallSteps(
            RequestMapping requests,
            AnswerMapping answers,
            AttemptLedger attempts,
            StepEnd step,
            Replica replica,
            ClaimedWork claimed) {
        this.requests = requests;
        this.answers = answers;
        this.attempts = attempts;
        this.step = step;
        this.replica = replica;
        this.claimed = claimed;
    }

    /** Whether one more call is to be made for the record. */
    public boolean goesOn(Exchange exchange) {
        return Work.of(exchange).beginTurn();
    }

    /**
     * Maps the record and its cursor to the next request, which becomes the message. The property {@code next} becomes {@code call};
     * or {@code refuse}, and {@code refusal} the reason.
     */
    public void mapRequest(Exchange exchange) {
        exchange.removeProperty("refusal");
        exchange.setProperty("next", "refuse");
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
        exchange.setProperty("next", "call");
    }

    /** Commits what is about to be sent; after this a write may have reached the partner, whatever happens to us. */
    public void openAttempt(Exchange exchange) {
        var work = Work.of(exchange);
        var request = work.request();
        if (!work.attempts().isEmpty()) {
            throw new IllegalStateException("The call before has not been ended");
        }
        exchange.removeProperty("judgement");
        var intent = new AttemptIntent(
                request.api(),
                request.endpointText(),
                work.generation() == null ? null : work.generation().text(),
                request.effect() != Effect.READ,
                request.effect().mayBeRepeated(),
                request.bodyHash());
        exchange.setProperty(
                CallProperties.SEND_BEFORE,
                System.nanoTime() + claimed.sendTime().toNanos());
        // Under no name nothing can be announced.
        var name = replica.name().orElse("");
        work.attempts(attempts.open(work.records(), intent, name, claimed.claimTime()));
    }

    /** Maps a success or a business refusal and ends the step with it. */
    public void mapResponse(@Body JsonNode response, Exchange exchange) {
        step.conclude(exchange, answers.conclusions(Work.of(exchange), StepEnd.judgement(exchange), response));
    }
}
