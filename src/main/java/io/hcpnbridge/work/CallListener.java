package io.hcpnbridge.work;

import io.hcpnbridge.partner.PartnerCall;

/** Hears of each call of a record that was announced and has ended, after the ledger has its outcome. */
public interface CallListener {
    /** @param generation of the endpoints, {@code old} or {@code new}; null where there is one only */
    void ended(PartnerCall call, String generation);
}
