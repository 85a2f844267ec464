package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;

/**
 * What became of a call.
 *
 * @param placement decides what may follow a write, see {@link MoneyRule}
 * @param httpStatus null if no response came
 * @param text may be null; kept in English, as operators read it
 */
public record AttemptOutcome(
        String verdict, Placement placement, Integer httpStatus, String code, Words text, String requestId) {}
