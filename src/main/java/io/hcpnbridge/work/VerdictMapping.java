package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.Doubt;
import io.hcpnbridge.ledger.Found;
import io.hcpnbridge.ledger.Inquiry;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.outcome.FailedMappingException;
import io.hcpnbridge.outcome.UnfitAnswerException;
import io.hcpnbridge.text.Words;
import io.hcpnbridge.version.MappingVersions;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * What is made of what the partner's reads tell of a doubtful write, as the interface's present {@code verdict.jslt} says, and of what a
 * person decides. Time and repetition are weighed here: a mapping tells what it sees and nothing else.
 */
@Component
class VerdictMapping {
    private static final String NOT_PLACED = "BRIDGE.NOT_PLACED";
    private static final String DECIDED = "BRIDGE.DECIDED";

    private final MappingVersions mappings;
    private final MappingInput input;
    private final AnswerMapping answers;
    private final DoubtProperties settings;

    VerdictMapping(MappingVersions mappings, MappingInput input, AnswerMapping answers, DoubtProperties settings) {
        this.mappings = mappings;
        this.input = input;
        this.answers = answers;
        this.settings = settings;
    }

    /** What the answer to the work's read tells. */
    Inquiry of(Work work) {
        var told = told(work);
        if (told.path("next").isObject()) {
            return new Inquiry.GoOn(told.get("next"), told.path("evidence").textValue());
        }
        var evidence = told.path("evidence").asText("The mapping gives no reason");
        return switch (told.path("verdict").asText()) {
            case "placed" -> placed(work, told.path("response"), found(work.record(), told), evidence);
            case "not-placed" -> notPlaced(work, evidence);
            case "unknown" -> unknown(work.record(), evidence);
            default ->
                throw new FailedMappingException(Words.of(
                        "%s/verdict.jslt gives neither next nor a verdict of placed, not-placed and unknown",
                        "%s/verdict.jslt 既没有给出 next，也没有给出 placed、not-placed、unknown 中的一种结论",
                        work.mapping().name()));
        };
    }

    /**
     * What a person has decided; nothing of it is weighed. But a document of which the partner has said that it carried something out is
     * not sent again by that.
     */
    Inquiry decided(Work work, Doubt.Decision decision) {
        var record = work.record();
        var evidence = decision.by() + ": " + decision.reason();
        return switch (decision.verdict()) {
            case PLACED ->
                decision.answer() == null
                        ? resolved(
                                Doubt.Verdict.PLACED,
                                evidence,
                                settled(record, RecordState.PARTIAL, DECIDED, Words.same(evidence), true))
                        : placed(work, decision.answer(), Found.NOTHING, evidence);
            case NOT_PLACED ->
                resolved(
                        Doubt.Verdict.NOT_PLACED,
                        evidence,
                        record.placed()
                                ? settled(record, RecordState.PARTIAL, DECIDED, Words.same(evidence), true)
                                : again(work));
            case REFUSED ->
                resolved(
                        Doubt.Verdict.REFUSED,
                        evidence,
                        settled(record, RecordState.REFUSED, DECIDED, Words.same(evidence), false));
        };
    }

    private JsonNode told(Work work) {
        var asking = mappings.current(work.record().interfaceName())
                .doubts()
                .orElseThrow(() -> new FailedMappingException(
                        new Words("The interface has no verdict.jslt any more", "该接口不再有 verdict.jslt")));
        try {
            return asking.verdict(input.ofVerdict(work));
        } catch (MappingException e) {
            throw FailedMappingException.of(e);
        }
    }

    /** The record goes on as if the answer had come. */
    private Inquiry placed(Work work, JsonNode response, Found found, String evidence) {
        Conclusion end;
        try {
            end = answers.asIfAnswered(work, response);
        } catch (UnfitAnswerException e) {
            return new Inquiry.LeftToPerson(evidence + "; " + e.getMessage());
        }
        return end.state() == RecordState.IN_DOUBT
                ? new Inquiry.LeftToPerson(evidence + "; but the response mapping leaves it in doubt")
                : new Inquiry.Resolved(Doubt.Verdict.PLACED, evidence, found, end);
    }

    /** A single look proves nothing, nor does any while the write may still be on its way. */
    private Inquiry notPlaced(Work work, String evidence) {
        var record = work.record();
        var doubt = record.doubt();
        var proofs = doubt.age().compareTo(settings.settleTime()) < 0 ? 0 : doubt.proofs() + 1;
        if (proofs < settings.proofs()) {
            var wait = proofs > 0
                    ? settings.firstPause()
                    : longer(
                            settings.firstPause(),
                            shorter(pause(doubt), settings.settleTime().minus(doubt.age())));
            return new Inquiry.Later(evidence, wait, proofs);
        }
        return record.placed()
                ? new Inquiry.LeftToPerson(evidence + "; but an earlier write of the document was placed")
                : resolved(Doubt.Verdict.NOT_PLACED, evidence, again(work));
    }

    /** Whether nobody waits any longer for the partner to answer the question. */
    boolean isHopeless(ClaimedRecord record) {
        return record.tries() > 0 && isOver(record.doubt());
    }

    /** Nothing tells yet, or nothing ever will. */
    Inquiry unknown(ClaimedRecord record, String evidence) {
        return isOver(record.doubt())
                ? new Inquiry.LeftToPerson(evidence)
                : new Inquiry.Later(evidence, pause(record.doubt()), 0);
    }

    /** Sent again under the same business key, as far as that is allowed and possible; else it is answered. */
    private Conclusion again(Work work) {
        var record = work.record();
        var text = new Words("Proven not to have been carried out, and not sent again", "已证明没有执行，且不会重新发送");
        if (!settings.mayRepeat(record.tenant(), record.interfaceName())
                || record.doubt().repeats() >= settings.repeats()) {
            return settled(record, RecordState.FAILED, NOT_PLACED, text, false);
        }
        if (record.codesUsed()) {
            var code = new Words("its one-time code is not kept", "其一次性验证码不保存");
            return settled(record, RecordState.FAILED, NOT_PLACED, Words.joined(List.of(text, code)), false);
        }
        return new Conclusion.Postpone(Duration.ZERO, false);
    }

    private static Inquiry resolved(Doubt.Verdict verdict, String evidence, Conclusion end) {
        return new Inquiry.Resolved(verdict, evidence, Found.NOTHING, end);
    }

    private static Conclusion settled(
            ClaimedRecord record, RecordState state, String code, Words text, boolean placed) {
        return new Conclusion.Settle(state, code, text, placed, record.fields(), List.of(), true);
    }

    private boolean isOver(Doubt doubt) {
        return doubt.age().compareTo(settings.patience()) >= 0;
    }

    private Duration pause(Doubt doubt) {
        return settings.pause(doubt.rounds() + 1);
    }

    private Found found(ClaimedRecord record, JsonNode told) {
        var rivals = told.path("rivals");
        var evidence = "What was found may be of another document that is under way";
        return new Found(
                texts(told.path("found")),
                rivals.isObject()
                        ? new Found.Rivals(
                                texts(rivals.path("interfaces")), rivals.withObject("/with"), unknown(record, evidence))
                        : null);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
