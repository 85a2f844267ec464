package io.hcpnbridge.partner;

import java.util.Objects;

/**
 * What became of one attempt.
 *
 * @param httpStatus null when there was no answer
 * @param code the partner's code or {@code BRIDGE.…}; never empty
 * @param text the partner's or the bridge's text, at most 2,000 characters on one line, without secrets; never empty
 * @param requestId the partner's request id; null when not told
 * @param retryAfterSeconds what the partner asked for; null when not told
 * @param corrected what the call was not accepted for is gone (the clock is set, the worn-out credential is dropped): one more
 *     attempt is worth it
 */
public record Judgement(
        Verdict verdict,
        Integer httpStatus,
        String code,
        String text,
        String requestId,
        Long retryAfterSeconds,
        boolean corrected) {
    public Judgement {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(code);
        Objects.requireNonNull(text);
    }

    /** Of a call that brought no answer. */
    public static Judgement withoutAnswer(Verdict verdict, String code, String text) {
        return new Judgement(verdict, null, code, CleanText.text(text), null, null, false);
    }

    /** Of a call that had to wait before it was sent, and was not. */
    public static Judgement notYet(String code, String text, long seconds) {
        return new Judgement(Verdict.THROTTLED, null, code, CleanText.text(text), null, seconds, false);
    }

    /** Nobody has judged what came back, or whether something did. */
    public static Judgement missing() {
        return withoutAnswer(
                Verdict.IN_DOUBT, "BRIDGE.OUTCOME_UNKNOWN", "The adapter cannot tell what became of the call");
    }

    /** False only for a write that may have been placed. */
    public boolean outcomeKnown() {
        return verdict != Verdict.IN_DOUBT;
    }

    /** The same with a remark behind its text. */
    public Judgement adding(String remark) {
        return withText(CleanText.text(text + "; " + remark));
    }

    /** The same, but another attempt is worth it. */
    public Judgement withCorrection() {
        return new Judgement(verdict, httpStatus, code, text, requestId, retryAfterSeconds, true);
    }

    /** The same in other words. */
    public Judgement withText(String words) {
        return new Judgement(verdict, httpStatus, code, words, requestId, retryAfterSeconds, corrected);
    }
}
