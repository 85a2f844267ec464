package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.AttemptIntent;
import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.mapping.MappingException;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.judgement.Judgement;
import io.hcpnbridge.partner.judgement.Verdict;
import java.util.Locale;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Before and after a call: map the request, commit the intent, map the response. */
@Component("callSteps")
public class CallSteps {
    private final MappingInput input;
    private final AttemptLedger attempts;
    private final Settlement settlement;
    private final WorkProperties settings;

    CallSteps(MappingInput input, AttemptLedger attempts, Settlement settlement, WorkProperties settings) {
        this.input = input;
        this.attempts = attempts;
        this.settlement = settlement;
        this.settings = settings;
    }

    /** Maps the record and its cursor to the next request, which becomes the message. */
    public void mapRequest(Exchange exchange) {
        var work = Work.of(exchange);
        var mapping = work.mapping();
        var mapped = mapping.request(work.generation(), input.of(work.record()));
        var request = PartnerRequest.from(
                mapped,
                Effect.valueOf(mapping.settings().effect().toUpperCase(Locale.ROOT)),
                Caller.valueOf(mapping.settings().caller().toUpperCase(Locale.ROOT)));
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
        work.attempt(attempts.open(work.record(), intent, settings.node(), settings.lease()));
    }

    /** Maps a success or a business refusal and ends the step with it; says whether one more call is to be made. */
    public boolean mapResponse(
            @ExchangeProperty("judgement") Judgement judgement, @Body JsonNode response, Exchange exchange) {
        var work = Work.of(exchange);
        var record = work.record();
        var mapped = mapped(work, judgement, response);
        AnswerCheck.contract(work.mapping(), mapped);
        var answer = MappedAnswer.from(mapped, record.fields());
        AnswerCheck.fits(
                work.mapping().format(Form.of(record.form())), record.document(), answer.rows(), answer.fields());
        var success = judgement.verdict() == Verdict.SUCCESS;
        var placed = record.placed() || success && work.request().effect() == Effect.WRITE;
        var conclusion = answer.conclusion(success, placed, judgement.code(), judgement.text());
        return settlement.conclude(exchange, bounded(work, conclusion));
    }

    private JsonNode mapped(Work work, Judgement judgement, JsonNode response) {
        try {
            return work.mapping().response(work.generation(), responseInput(work, judgement, response));
        } catch (MappingException e) {
            throw new UnfitAnswerException(e.getMessage(), e);
        }
    }

    private Conclusion bounded(Work work, Conclusion conclusion) {
        var record = work.record();
        if (conclusion instanceof Conclusion.Restart
                && (record.placed() || work.request().effect() == Effect.WRITE)) {
            throw new UnfitAnswerException("The mapping wants to begin again after a write");
        }
        if (conclusion instanceof Conclusion.Restart && record.restarts() >= settings.maxRestarts()) {
            throw new UnfitAnswerException(
                    "The list changed while it was read, " + (record.restarts() + 1) + " times in a row");
        }
        if (conclusion instanceof Conclusion.Continue && record.steps() >= settings.maxSteps()) {
            throw new UnfitAnswerException("The answer takes more than " + settings.maxSteps() + " calls");
        }
        return conclusion;
    }

    private ObjectNode responseInput(Work work, Judgement judgement, JsonNode response) {
        var node = input.of(work.record());
        node.set("response", response);
        node.set(
                "judgement",
                ExactJson.mapper()
                        .createObjectNode()
                        .put("verdict", judgement.verdict().name().toLowerCase(Locale.ROOT))
                        .put("code", judgement.code())
                        .put("text", judgement.text()));
        return node;
    }
}
