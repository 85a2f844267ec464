package io.hcpnbridge.work;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.PartnerCall;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Before and after a call: map the request, map the response. */
@LeavesForRoutes({"next", "refusal"})
@Component("callSteps")
public class CallSteps {
    private final RequestMapping requests;
    private final AnswerMapping answers;
    private final StepEnd step;

    CallSteps(RequestMapping requests, AnswerMapping answers, StepEnd step) {
        this.requests = requests;
        this.answers = answers;
        this.step = step;
    }

    /** Whether one more call is to be made for the record. */
    public boolean goesOn(Exchange exchange) {
        return Work.of(exchange).beginTurn();
    }

    /**
     * Maps the record and its cursor to the next request, which becomes the call. The property {@code next} becomes {@code call};
     * or {@code refuse}, and {@code refusal} the reason.
     */
    public void mapRequest(Exchange exchange) {
        exchange.removeProperty("refusal");
        exchange.removeProperty(PartnerCall.PROPERTY);
        exchange.setProperty("next", "refuse");
        var work = Work.of(exchange);
        var mapped = requests.of(work);
        if (mapped.refusal() != null) {
            exchange.setProperty("refusal", mapped.refusal());
            return;
        }
        work.ask(mapped.call());
        mapped.call().putOn(exchange);
        exchange.setProperty("next", "call");
    }

    /** Maps a success or a business refusal and ends the step with it. */
    public void mapResponse(Exchange exchange) {
        step.conclude(exchange, answers.conclusions(Work.of(exchange)));
    }
}
