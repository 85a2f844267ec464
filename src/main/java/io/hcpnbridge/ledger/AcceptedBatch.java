package io.hcpnbridge.ledger;

/** A batch whose records the ledger has, and the tenant it named. */
public record AcceptedBatch(long id, String tenant) {}
