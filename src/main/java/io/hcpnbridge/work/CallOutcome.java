package io.hcpnbridge.work;

import io.hcpnbridge.ledger.AttemptOutcome;
import io.hcpnbridge.ledger.KeptMessage;
import io.hcpnbridge.ledger.Placement;
import io.hcpnbridge.partner.PartnerCall;

/** What the ledger notes of a call that has been judged. */
public final class CallOutcome {
    private CallOutcome() {}

    /** @param received what is kept of the answer; null if nothing is */
    public static AttemptOutcome of(PartnerCall call, Placement placement, KeptMessage received) {
        var judgement = call.judgement();
        return new AttemptOutcome(
                judgement.verdict().text(),
                placement,
                judgement.httpStatus(),
                judgement.code(),
                judgement.text(),
                judgement.requestId(),
                received,
                call.trace().finding().orElse(null));
    }
}
