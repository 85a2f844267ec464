package io.hcpnbridge.ledger;

/** What is known of a call's effect at the partner. Whoever cannot say says {@link #UNKNOWN}. */
public enum Placement {
    /** Nothing was changed there: the call may be sent again. */
    NOT_PLACED,
    /** The partner has answered, and the answer says what it did; it is never asked a second time. */
    ANSWERED,
    /** It may have been carried out, and nobody can tell. */
    UNKNOWN
}
