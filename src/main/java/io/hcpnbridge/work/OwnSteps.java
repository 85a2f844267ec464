package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.config.LeavesForRoutes;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Before and after something that the adapter does by itself, without a call: map what is asked for, map what became of it. */
@LeavesForRoutes({"tenant", "document"})
@Component("ownSteps")
public class OwnSteps {
    private final RequestMapping requests;
    private final AnswerMapping answers;
    private final StepEnd step;

    OwnSteps(RequestMapping requests, AnswerMapping answers, StepEnd step) {
        this.requests = requests;
        this.answers = answers;
        this.step = step;
    }

    /** Makes what the request mapping gives the body; the properties {@code tenant} and {@code document} say for whom. */
    public void mapRequest(Exchange exchange) {
        var work = Work.of(exchange);
        work.beginTurn();
        exchange.setProperty("tenant", work.record().tenant());
        exchange.setProperty("document", work.record().document());
        exchange.getMessage().setBody(requests.mapped(work));
    }

    /** Maps what became of it and ends the step. */
    public void mapResponse(@Body JsonNode response, Exchange exchange) {
        step.conclude(exchange, answers.ofOwn(Work.of(exchange), response));
    }
}
