package io.hcpnbridge.campaign;

import java.util.List;

/** The steps of a record's way: a process may end just before each, within it and just after. */
enum Point {
    PICK_UP(Moment.FILE_NOT_MOVED, Moment.FILE_MOVED),
    TAKE_IN(Moment.FILE_READ, Moment.TAKEN_IN),
    CLAIM(Moment.CLAIM_COMING, Moment.CLAIMED),
    INTENT(Moment.INTENT_COMING, Moment.WRITE_INTENDED),
    SEND(Moment.WRITE_ON_ITS_WAY, Moment.WRITE_TAKEN),
    ANSWER(Moment.WRITE_TAKEN, Moment.WRITE_ANSWERED),
    /** Calls that may be made again. */
    REPEATABLE(Moment.READ_CALLED, Moment.POLICY_SET),
    SETTLE(Moment.SETTLE_COMING, Moment.SETTLED),
    UPLOAD(Moment.ANSWER_WRITTEN, Moment.ANSWER_NOT_NAMED),
    RENAME(Moment.ANSWER_NOT_NAMED, Moment.ANSWER_NAMED),
    DELIVER(Moment.DELIVERY_COMING, Moment.DELIVERED),
    RECONCILE(Moment.QUESTION_CALLED, Moment.VERDICT_COMING, Moment.VERDICT_NOTED);

    private final List<Moment> moments;

    Point(Moment... moments) {
        this.moments = List.of(moments);
    }

    /** Its moments in turn. */
    Moment moment(int turn) {
        return moments.get(turn % moments.size());
    }
}
