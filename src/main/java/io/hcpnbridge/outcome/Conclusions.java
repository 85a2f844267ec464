package io.hcpnbridge.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What a mapped answer means for each record of the call, as its contract allows. */
public final class Conclusions {
    /** The partner API does not offer what the record asks for. */
    public static final String NOT_AVAILABLE = "BRIDGE.NOT_AVAILABLE";

    /** Content and configuration contradict each other about the generation. */
    public static final String GENERATION_CONFLICT = "BRIDGE.GENERATION_CONFLICT";

    /** The record contradicts itself. */
    public static final String IMPOSSIBLE_RECORD = "BRIDGE.IMPOSSIBLE_RECORD";

    private final int maxSteps;
    private final int maxRestarts;

    /**
     * @param maxSteps calls that one record may take
     * @param maxRestarts how often a list that changes while it is read is begun again
     */
    public Conclusions(int maxSteps, int maxRestarts) {
        this.maxSteps = maxSteps;
        this.maxRestarts = maxRestarts;
    }

    /** What a call does, and those whom it is made for. */
    public record Asked(InterfaceMapping mapping, List<ClaimedRecord> records, Effect effect) {
        public Asked {
            records = List.copyOf(records);
        }
    }

    /**
     * What the response mapping gives for an answer.
     *
     * @param seen what the mapping sees
     * @throws UnfitAnswerException if it fails
     */
    public static JsonNode mapped(InterfaceMapping mapping, Generation generation, JsonNode seen) {
        try {
            return mapping.response(generation, seen);
        } catch (MappingException e) {
            throw UnfitAnswerException.of(e);
        }
    }

    /**
     * One conclusion for each record of the call.
     *
     * @param mapped what the response mapping gave
     * @throws UnfitAnswerException if it breaks its contract or does not fit the ERP's format
     */
    public List<Conclusion> of(Asked asked, Judgement judgement, JsonNode mapped) {
        if (asked.mapping().settings().together() == null) {
            return List.of(conclusion(asked, asked.records().get(0), judgement, mapped));
        }
        if (mapped.path("apart").asBoolean()) {
            return apart(asked);
        }
        var conclusions = new ArrayList<Conclusion>();
        for (var record : asked.records()) {
            var answer = mapped.path("answers").path(record.document());
            if (!answer.isObject() && judgement.verdict() == Verdict.SUCCESS) {
                throw new UnfitAnswerException(
                        new Words("The answer says nothing about this document", "应答中没有关于该单据的内容"));
            }
            var said = answer.isObject() ? answer : ExactJson.mapper().createObjectNode();
            conclusions.add(conclusion(asked, record, judgement, said));
        }
        return conclusions;
    }

    /** A record of which a write has succeeded is never answered as if nothing had happened. */
    public static Conclusion withWhatIsLeft(ClaimedRecord record, RecordState otherwise, String code, Words text) {
        return record.placed()
                ? Conclusion.Settle.byItself(
                        RecordState.PARTIAL,
                        code,
                        Words.of("The partner has carried it out, but: %s", "伙伴已经执行，但是：%s", text),
                        record.fields())
                : Conclusion.Settle.byItself(otherwise, code, text, record.fields());
    }

    private static List<Conclusion> apart(Asked asked) {
        if (asked.records().size() == 1) {
            throw new UnfitAnswerException(
                    new Words("The mapping wants to divide a call about one document", "映射要拆分只涉及一张单据的调用"));
        }
        return asked.records().stream()
                .map(record -> (Conclusion) new Conclusion.Apart())
                .toList();
    }

    private Conclusion conclusion(Asked asked, ClaimedRecord record, Judgement judgement, JsonNode mapped) {
        var check = new AnswerCheck(asked.mapping());
        check.contract(mapped);
        var answer = MappedAnswer.from(mapped, record.fields());
        check.fits(Form.of(record.form()), record.document(), answer.rows(), answer.fields());
        var success = judgement.verdict() == Verdict.SUCCESS;
        var changed = answer.placed() == null ? success : answer.placed();
        var placed = record.placed() || asked.effect() != Effect.READ && changed;
        return bounded(asked, record, answer.conclusion(judgement, placed));
    }

    private Conclusion bounded(Asked asked, ClaimedRecord record, Conclusion conclusion) {
        if (conclusion instanceof Conclusion.Restart && (record.placed() || asked.effect() != Effect.READ)) {
            throw new UnfitAnswerException(
                    new Words("The mapping wants to begin again after a write", "映射要在写操作之后重新开始"));
        }
        if (conclusion instanceof Conclusion.Restart && record.restarts() >= maxRestarts) {
            throw new UnfitAnswerException(Words.of(
                    "The list changed while it was read, %s times in a row",
                    "读取期间列表连续变化了 %s 次", record.restarts() + 1));
        }
        if (conclusion instanceof Conclusion.Continue && record.steps() >= maxSteps) {
            throw new UnfitAnswerException(Words.of("The answer takes more than %s calls", "该应答需要超过 %s 次调用", maxSteps));
        }
        if (!(conclusion instanceof Conclusion.Settle) && asked.records().size() > 1) {
            throw new UnfitAnswerException(new Words(
                    "The mapping wants one more call for a document that shares its call", "映射要为共用一次调用的单据再发一次调用"));
        }
        return conclusion;
    }
}
