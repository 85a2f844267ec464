package io.hcpnbridge.ledger;

/**
 * What became of a call.
 *
 * @param placement decides what may follow a write, see {@link MoneyRule}
 * @param httpStatus null if no response came
 */
public record AttemptOutcome(
        String verdict, Placement placement, Integer httpStatus, String code, String text, String requestId) {}
