package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.partner.CleanText;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;

/**
 * An answer as it came in.
 *
 * @param requestId header X-Request-Id, null when not told
 * @param retryAfterSeconds header Retry-After, null when not told
 */
record PartnerResponse(int status, ResponseBody body, String requestId, Long retryAfterSeconds) {

    /** What is said of an answer with that status whose body says nothing. */
    Words statusOnly() {
        Words fault = body.fault() == null ? Words.NONE : Words.of(". %s", "。%s", body.fault());
        return Words.of("HTTP status %s%s", "HTTP 状态码 %s%s", status, fault);
    }

    /** What it means, with what else it tells; the request id of the body, if there is none in the headers. */
    Judgement judged(Verdict verdict, String code, Words text) {
        String id = requestId == null && body.json() != null
                ? body.json().path("request_id").asText(null)
                : requestId;
        return new Judgement(verdict, status, code, text, CleanText.word(id), retryAfterSeconds, false);
    }
}
