package io.hcpnbridge.partner.judgement;

import java.util.Objects;

/**
 * What became of one attempt.
 *
 * @param outcomeKnown false only for a write that may have been placed and must not be repeated
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
        boolean outcomeKnown,
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

    /** Nobody has judged what came back, or whether something did. */
    public static Judgement missing() {
        var text = "The adapter cannot tell what became of the call";
        return new Judgement(Verdict.FAILED, false, null, "BRIDGE.OUTCOME_UNKNOWN", text, null, null, false);
    }

    /** The same, but another attempt is worth it. */
    public Judgement withCorrection() {
        return new Judgement(verdict, outcomeKnown, httpStatus, code, text, requestId, retryAfterSeconds, true);
    }
}
