package io.hcpnbridge.ledger;

/** An operator has paused what the record belongs to: no call is begun for it, and whoever has it in hand gives it back. */
public class WorkPausedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkPausedException(ClaimedRecord record) {
        super("Nothing was sent for " + record + ": it is paused");
    }
}
