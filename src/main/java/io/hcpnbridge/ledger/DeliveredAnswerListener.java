package io.hcpnbridge.ledger;

/** Hears of each answer that has reached the ERP, after the ledger knows. */
public interface DeliveredAnswerListener {
    /** @param arrival to which it is the answer */
    void delivered(long arrival);
}
