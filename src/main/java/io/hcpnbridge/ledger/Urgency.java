package io.hcpnbridge.ledger;

/** Whose turn it is first among the records of a lane; none waits for ever, as each has a share of every claim. The ledger has the number. */
public enum Urgency {
    /** Somebody waits for the reply. */
    MESSAGE,
    FILE,
    /** Nobody has asked. */
    PULL
}
