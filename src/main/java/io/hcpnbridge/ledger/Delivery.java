package io.hcpnbridge.ledger;

/** An answer that is owed to the ERP under the name of the file that came. */
public record Delivery(long arrival, long batch, String interfaceName, String fileName) {}
