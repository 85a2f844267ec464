package io.hcpnbridge.ledger;

/**
 * An answer that is owed to the ERP.
 *
 * @param edition 1: the first or only answer, 2: the final one after records that waited for the partner's decision
 */
public record Delivery(long arrival, long batch, int edition, String interfaceName, Arrival to) {}
