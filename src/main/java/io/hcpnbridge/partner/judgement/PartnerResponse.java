package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer as it came in.
 *
 * @param body empty when there was none
 * @param contentType null when not told
 * @param requestId header X-Request-Id, null when not told
 * @param retryAfterSeconds header Retry-After, null when not told
 */
record PartnerResponse(int status, byte[] body, String contentType, String requestId, Long retryAfterSeconds) {

    /** With the request id of the body, if there is none in the headers. */
    PartnerResponse orRequestId(JsonNode json) {
        return requestId != null || json == null
                ? this
                : new PartnerResponse(
                        status, body, contentType, json.path("request_id").asText(null), retryAfterSeconds);
    }
}
