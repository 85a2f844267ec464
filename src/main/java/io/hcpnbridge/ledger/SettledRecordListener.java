package io.hcpnbridge.ledger;

/** What is to be done when a record becomes final, in the same transaction; an exception takes the end back. */
public interface SettledRecordListener {
    /** The record has become final; all its rows are in the ledger. */
    void settled(ClaimedRecord record, RecordState state);
}
