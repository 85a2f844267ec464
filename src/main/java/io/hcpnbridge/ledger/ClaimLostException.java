package io.hcpnbridge.ledger;

/** Another replica, or the sweep of expired claims, has taken the record over: whoever sees this must stop at once. */
public class ClaimLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClaimLostException(ClaimedRecord record) {
        super("The claim " + record.claim() + " on " + record + " is lost; nothing was sent or changed under it");
    }
}
