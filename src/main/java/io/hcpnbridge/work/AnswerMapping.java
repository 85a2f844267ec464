package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the partner's answer means for each record of the call, as the response mapping says and the contract allows. */
@Component
class AnswerMapping {
    private final MappingInput input;
    private final WorkProperties settings;

    AnswerMapping(MappingInput input, WorkProperties settings) {
        this.input = input;
        this.settings = settings;
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
        return mappedConclusions(work, judgement, work.call().answer());
    }

    /**
     * What the mapping tells of an idempotent call that is given up.
     *
     * @throws UnfitAnswerException as with an answer
     */
    List<Conclusion> withoutAnswer(Work work, String code, String text) {
        return mappedConclusions(work, Judgement.withoutAnswer(Verdict.FAILED, code, text), null);
    }

    /**
     * What the write's response mapping makes of what was found out about it.
     *
     * @param response as the partner would have answered
     * @throws UnfitAnswerException as with an answer
     */
    Conclusion asIfAnswered(Work work, JsonNode response) {
        var success = Judgement.withoutAnswer(Verdict.SUCCESS, "BRIDGE.FOUND", "Found out by the partner's reads");
        return conclusion(work, work.record(), success, mapped(work, success, response), true);
    }

    private List<Conclusion> mappedConclusions(Work work, Judgement judgement, JsonNode response) {
        var mapped = mapped(work, judgement, response);
        if (work.mapping().settings().together() == null) {
            return List.of(conclusion(work, work.record(), judgement, mapped));
        }
        if (mapped.path("apart").asBoolean()) {
            return apart(work);
        }
        var conclusions = new ArrayList<Conclusion>();
        for (var record : work.records()) {
            var answer = mapped.path("answers").path(record.document());
            if (!answer.isObject() && judgement.verdict() == Verdict.SUCCESS) {
                throw new UnfitAnswerException("The answer says nothing about this document");
            }
            var said = answer.isObject() ? answer : ExactJson.mapper().createObjectNode();
            conclusions.add(conclusion(work, record, judgement, said));
        }
        return conclusions;
    }

    private static List<Conclusion> apart(Work work) {
        if (work.records().size() == 1) {
            throw new UnfitAnswerException("The mapping wants to divide a call about one document");
        }
        return work.records().stream()
                .map(record -> (Conclusion) new Conclusion.Apart())
                .toList();
    }

    private Conclusion conclusion(Work work, ClaimedRecord record, Judgement judgement, JsonNode mapped) {
        return conclusion(work, record, judgement, mapped, work.request().effect() != Effect.READ);
    }

    private Conclusion conclusion(
            Work work, ClaimedRecord record, Judgement judgement, JsonNode mapped, boolean changes) {
        var check = new AnswerCheck(work.mapping());
        check.contract(mapped);
        var answer = MappedAnswer.from(mapped, record.fields());
        check.fits(Form.of(record.form()), record.document(), answer.rows(), answer.fields());
        var success = judgement.verdict() == Verdict.SUCCESS;
        var changed = answer.placed() == null ? success : answer.placed();
        var placed = record.placed() || changes && changed;
        return bounded(work, record, answer.conclusion(judgement, placed), changes);
    }

    private JsonNode mapped(Work work, Judgement judgement, JsonNode response) {
        try {
            return work.mapping().response(work.generation(), input.of(work, judgement, response));
        } catch (MappingException e) {
            throw UnfitAnswerException.of(e);
        }
    }

    private Conclusion bounded(Work work, ClaimedRecord record, Conclusion conclusion, boolean changes) {
        if (conclusion instanceof Conclusion.Restart && (record.placed() || changes)) {
            throw new UnfitAnswerException("The mapping wants to begin again after a write");
        }
        if (conclusion instanceof Conclusion.Restart && record.restarts() >= settings.maxRestarts()) {
            throw new UnfitAnswerException(
                    "The list changed while it was read, " + (record.restarts() + 1) + " times in a row");
        }
        if (conclusion instanceof Conclusion.Continue && record.steps() >= settings.maxSteps()) {
            throw new UnfitAnswerException("The answer takes more than " + settings.maxSteps() + " calls");
        }
        if (!(conclusion instanceof Conclusion.Settle) && work.records().size() > 1) {
            throw new UnfitAnswerException("The mapping wants one more call for a document that shares its call");
        }
        return conclusion;
    }
}
