package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;
import java.util.Set;

/**
 * The money rule: a write that may have been carried out is never sent again, and never answered as if it had not been. It looks at
 * what is known of the call, and at nothing that a route says.
 */
final class MoneyRule {
    static final String CODE = "BRIDGE.OUTCOME_UNKNOWN";

    /** What an answered write may end in without its answer having been mapped: neither says that nothing was done. */
    private static final Set<RecordState> HONEST = Set.of(RecordState.PARTIAL, RecordState.IN_DOUBT);

    private MoneyRule() {}

    /** Whether the step of a write that ended so may end with this. */
    static boolean permits(Placement placement, Conclusion asked) {
        return switch (placement) {
            case NOT_PLACED -> true;
            case ANSWERED -> asked.saysWhatWasAnswered() || settles(asked, HONEST);
            case UNKNOWN -> settles(asked, Set.of(RecordState.IN_DOUBT));
        };
    }

    /** The end that is always safe: a person looks what became of it. */
    static Conclusion doubt(AttemptOutcome outcome, ClaimedRecord record) {
        var judged = outcome.placement() == Placement.UNKNOWN && outcome.code() != null;
        return Conclusion.Settle.byItself(
                RecordState.IN_DOUBT,
                judged ? outcome.code() : CODE,
                judged
                        ? outcome.text()
                        : new Words(
                                "The call may have been carried out, and its outcome was not written down",
                                "该调用可能已经执行，其结果没有记录下来"),
                record.fields());
    }

    /** Whether a record may go back to those that are due after its write was proven not to have been placed. */
    static boolean maySendAgain(ClaimedRecord record) {
        return !record.placed();
    }

    private static boolean settles(Conclusion asked, Set<RecordState> states) {
        return asked instanceof Conclusion.Settle settle && states.contains(settle.state());
    }
}
