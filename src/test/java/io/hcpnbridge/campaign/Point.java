package io.hcpnbridge.campaign;

import java.util.List;

/** The steps of a record's way between which everything must be in the ledger: just before each, and just after. */
enum Point {
    CLAIM(Moment.CLAIM_COMING, Moment.CLAIMED),
    INTENT(Moment.INTENT_COMING, Moment.WRITE_INTENDED),
    SENT(Moment.WRITE_ON_ITS_WAY, Moment.WRITE_TAKEN),
    ANSWER(Moment.WRITE_TAKEN, Moment.WRITE_ANSWERED),
    SETTLE(Moment.SETTLE_COMING, Moment.SETTLED),
    UPLOAD(Moment.ANSWER_WRITTEN, Moment.ANSWER_NOT_NAMED),
    RENAME(Moment.ANSWER_NOT_NAMED, Moment.ANSWER_NAMED),
    DELIVER(Moment.DELIVERY_COMING, Moment.DELIVERED),
    RECONCILE(Moment.QUESTION_CALLED, Moment.VERDICT_NOTED);

    private final List<Moment> moments;

    Point(Moment before, Moment after) {
        this.moments = List.of(before, after);
    }

    /** Before and after in turn. */
    Moment moment(int turn) {
        return moments.get(turn % moments.size());
    }
}
