package io.hcpnbridge.partner;

import io.hcpnbridge.text.Words;
import java.util.List;
import java.util.Objects;

/**
 * What became of one attempt.
 *
 * @param httpStatus null when there was no answer
 * @param code the partner's code or {@code BRIDGE.…}; never empty
 * @param text the partner's text, the same in both languages, or the bridge's; at most 2,000 characters on one line, without secrets; never empty
 * @param requestId the partner's request id; null when not told
 * @param retryAfterSeconds what the partner asked for; null when not told
 * @param corrected what the call was not accepted for is gone (the clock is set, the worn-out credential is dropped): one more
 *     attempt is worth it
 */
public record Judgement(
        Verdict verdict,
        Integer httpStatus,
        String code,
        Words text,
        String requestId,
        Long retryAfterSeconds,
        boolean corrected) {
    public Judgement {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(code);
        Objects.requireNonNull(text);
    }

    /** Of a call that brought no answer. */
    public static Judgement withoutAnswer(Verdict verdict, String code, Words text) {
        return new Judgement(verdict, null, code, text.map(CleanText::text), null, null, false);
    }

    /** Of a call that had to wait before it was sent, and was not. */
    public static Judgement notYet(String code, Words text, long seconds) {
        return new Judgement(Verdict.THROTTLED, null, code, text.map(CleanText::text), null, seconds, false);
    }

    /** Nobody has judged what came back, or whether something did. */
    public static Judgement missing() {
        return withoutAnswer(
                Verdict.IN_DOUBT,
                "BRIDGE.OUTCOME_UNKNOWN",
                new Words("The adapter cannot tell what became of the call", "适配器无法得知该调用的结果"));
    }

    /** False only for a write that may have been placed. */
    public boolean outcomeKnown() {
        return verdict != Verdict.IN_DOUBT;
    }

    /** The same with a remark behind its text. */
    public Judgement adding(Words remark) {
        return withText(Words.joined(List.of(text, remark)).map(CleanText::text));
    }

    /** The same, but another attempt is worth it. */
    public Judgement withCorrection() {
        return new Judgement(verdict, httpStatus, code, text, requestId, retryAfterSeconds, true);
    }

    /** The same in other words. */
    public Judgement withText(Words words) {
        return new Judgement(verdict, httpStatus, code, words, requestId, retryAfterSeconds, corrected);
    }
}
