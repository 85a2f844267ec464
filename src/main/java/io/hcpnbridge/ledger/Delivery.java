package io.hcpnbridge.ledger;

/**
 * An answer that is owed to the ERP.
 *
 * @param tenant null if it is not known
 * @param refused whether the answer is a refusal of the whole batch
 * @param interim whether another edition follows
 * @param edition 1: the first or only answer, 2: the final one after records that waited for the partner's decision
 */
public record Delivery(
        long arrival,
        long batch,
        int edition,
        String interfaceName,
        String tenant,
        boolean refused,
        boolean interim,
        Arrival to) {}
