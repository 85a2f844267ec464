package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.outcome.Conclusions;
import io.hcpnbridge.outcome.UnfitAnswerException;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the partner's answer means for each record of the call, as the response mapping says and the contract allows. */
@Component
class AnswerMapping {
    private final MappingInput input;
    private final AttemptLedger attempts;
    private final Conclusions conclusions;

    AnswerMapping(MappingInput input, AttemptLedger attempts, WorkProperties settings) {
        this.input = input;
        this.attempts = attempts;
        this.conclusions = new Conclusions(settings.maxSteps(), settings.maxRestarts());
    }

    /**
     * One conclusion for each record of the work.
     *
     * @throws UnfitAnswerException if the answer cannot be mapped, breaks its contract or does not fit the ERP's format
     */
    List<Conclusion> conclusions(Work work) {
        var judgement = work.judgement();
        if (judgement.verdict() != Verdict.SUCCESS && judgement.verdict() != Verdict.REFUSED) {
            throw new IllegalStateException("There is no answer to map: the verdict is " + judgement.verdict());
        }
        return mappedConclusions(
                work, work.request().effect(), judgement, work.call().answer());
    }

    /**
     * What the mapping tells of an idempotent call, or a brief read, that is given up.
     *
     * @throws UnfitAnswerException as with an answer
     */
    List<Conclusion> withoutAnswer(Work work, String code, Words text) {
        var givenUp = Judgement.withoutAnswer(Verdict.FAILED, code, text);
        return mappedConclusions(work, work.request().effect(), givenUp, null);
    }

    /**
     * What the write's response mapping makes of what was found out about it.
     *
     * @param response as the partner would have answered
     * @throws UnfitAnswerException as with an answer
     */
    Conclusion asIfAnswered(Work work, JsonNode response) {
        var success = Judgement.withoutAnswer(
                Verdict.SUCCESS, "BRIDGE.FOUND", new Words("Found out by the partner's reads", "由伙伴接口的查询得知"));
        return mappedConclusions(work, Effect.WRITE, success, response).get(0);
    }

    /**
     * What the response mapping makes of what the adapter has done by itself, without a call.
     *
     * @throws UnfitAnswerException as with an answer
     */
    Conclusion ofOwn(Work work, JsonNode response) {
        var done = Judgement.withoutAnswer(Verdict.SUCCESS, "BRIDGE.DONE", new Words("Done by the adapter", "由适配器完成"));
        return mappedConclusions(work, Effect.READ, done, response).get(0);
    }

    private List<Conclusion> mappedConclusions(Work work, Effect effect, Judgement judgement, JsonNode response) {
        var asked = new Conclusions.Asked(work.mapping(), work.records(), effect);
        return conclusions.of(asked, judgement, mapped(work, judgement, response));
    }

    private JsonNode mapped(Work work, Judgement judgement, JsonNode response) {
        var seen = input.of(work, judgement, response);
        if (judgement.verdict() != Verdict.SUCCESS && mayHaveBeenCarriedOut(work)) {
            seen.withObject("judgement").put("uncertain", true);
        }
        return Conclusions.mapped(work.mapping(), work.generation(), seen);
    }

    /** Of a call that may be repeated: it, or the same before, may have done its work without anyone having heard so. */
    private boolean mayHaveBeenCarriedOut(Work work) {
        var request = work.request();
        if (request == null || request.effect() != Effect.IDEMPOTENT) {
            return false;
        }
        var open = work.attempts();
        return !open.isEmpty() && !work.judgement().verdict().changedNothing()
                || attempts.mayHaveBeenCarriedOut(work.record(), request.endpointText(), request.bodyHash(), open);
    }
}
