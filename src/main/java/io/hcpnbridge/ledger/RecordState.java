package io.hcpnbridge.ledger;

import java.util.Set;

/** Where a record stands. A model of the ledger ({@code src/test/tla}) shows that the promises hold with these steps. */
public enum RecordState {
    /** Waits for its turn, or for another try. */
    DUE,
    /** Waited for too long for a call that could not be made; nothing was placed, and a person decides. */
    PARKED,
    /** A replica works on it; nothing is on its way to the partner that could change state there. */
    CLAIMED,
    /** The intent of a write is committed; from here on the partner may have taken it. */
    SENT,
    OK,
    /** Done in part; the rows and the text say which part. */
    PARTIAL,
    /** A business refusal: by the partner, or by the adapter before a call was spent. */
    REFUSED,
    /** A technical failure outlasted all tries; nothing was changed at the partner. */
    FAILED,
    /** A write was sent and its outcome is unknown: answered so, and never sent again unless it is proven that nothing was done. */
    IN_DOUBT,
    /** A replica asks the partner, by reads, what became of a write in doubt. */
    ASKING;

    /** What may follow in one transaction, but for staying as it is. What is final stays so, unless a person has a read that failed tried again. */
    public Set<RecordState> next() {
        return switch (this) {
            case DUE -> Set.of(CLAIMED, PARKED);
            case PARKED -> Set.of(DUE, REFUSED);
            case CLAIMED -> Set.of(DUE, SENT, OK, PARTIAL, REFUSED, FAILED, IN_DOUBT);
            case SENT -> Set.of(DUE, CLAIMED, OK, PARTIAL, REFUSED, FAILED, IN_DOUBT);
            case IN_DOUBT -> Set.of(ASKING);
            case ASKING -> Set.of(IN_DOUBT, DUE, OK, PARTIAL, REFUSED, FAILED);
            case FAILED -> Set.of(DUE);
            case OK, PARTIAL, REFUSED -> Set.of();
        };
    }

    /** Whether the adapter does nothing more about it by itself. */
    public boolean isFinal() {
        return switch (this) {
            case OK, PARTIAL, REFUSED, FAILED -> true;
            case DUE, PARKED, CLAIMED, SENT, IN_DOUBT, ASKING -> false;
        };
    }
}
