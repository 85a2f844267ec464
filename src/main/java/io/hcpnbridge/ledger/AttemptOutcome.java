package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;

/**
 * What became of a call.
 *
 * @param placement decides what may follow a write, see {@link MoneyRule}
 * @param httpStatus null if no response came
 * @param text may be null; kept in English, as operators read it
 * @param received what is kept of the answer; null if nothing is
 * @param finding why the gateway has refused the signature; null if it has not
 */
public record AttemptOutcome(
        String verdict,
        Placement placement,
        Integer httpStatus,
        String code,
        Words text,
        String requestId,
        KeptMessage received,
        Words finding) {
    /** Nothing is kept of the answer. */
    public AttemptOutcome(
            String verdict, Placement placement, Integer httpStatus, String code, Words text, String requestId) {
        this(verdict, placement, httpStatus, code, text, requestId, null, null);
    }

    /** The same for another record of the call, with which the answer is not kept once more. */
    AttemptOutcome keptWithAnother() {
        return new AttemptOutcome(verdict, placement, httpStatus, code, text, requestId);
    }
}
