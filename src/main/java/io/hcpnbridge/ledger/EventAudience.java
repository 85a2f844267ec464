package io.hcpnbridge.ledger;

/** Whether anybody hears of changes: otherwise no events are written, which would lie unsent for ever. */
public interface EventAudience {
    /** Whether anybody hears of a tenant's. */
    boolean hears(String tenant);
}
