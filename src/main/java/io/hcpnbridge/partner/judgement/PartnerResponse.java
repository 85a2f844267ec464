package io.hcpnbridge.partner.judgement;

/**
 * An answer as it came in.
 *
 * @param body empty when there was none
 * @param contentType null when not told
 * @param requestId header X-Request-Id, null when not told
 * @param retryAfterSeconds header Retry-After, null when not told
 */
record PartnerResponse(int status, byte[] body, String contentType, String requestId, Long retryAfterSeconds) {}
