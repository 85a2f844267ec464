package io.hcpnbridge.ledger;

/**
 * What became of a call.
 *
 * @param outcomeKnown false if a write may have been placed and nobody can tell
 * @param httpStatus null if no response came
 */
public record AttemptOutcome(
        String verdict, boolean outcomeKnown, Integer httpStatus, String code, String text, String requestId) {}
