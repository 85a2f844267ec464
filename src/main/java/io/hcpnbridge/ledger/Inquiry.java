package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** What a step ends with that asks the partner what became of a doubtful write. None of them says more than was found out. */
public sealed interface Inquiry extends Conclusion {
    /** What was seen, in words; null if nothing new was. */
    String evidence();

    /** One more read of the same round, from that cursor. It is made at once or never. */
    record GoOn(JsonNode cursor, String evidence) implements Inquiry {
        @Override
        public RecordState state() {
            return RecordState.ASKING;
        }
    }

    /**
     * The round came to no end, or to none that is enough: a new one begins later, as what was read long ago proves nothing by then.
     *
     * @param proofs how many of the last rounds said that nothing was placed
     */
    record Later(String evidence, Duration delay, int proofs) implements Inquiry {
        @Override
        public RecordState state() {
            return RecordState.IN_DOUBT;
        }
    }

    /** The partner's reads do not tell: a person decides. */
    record LeftToPerson(String evidence) implements Inquiry {
        @Override
        public RecordState state() {
            return RecordState.IN_DOUBT;
        }
    }

    /**
     * It is known what became of the write.
     *
     * @param found at the partner; none of it may have come of another record
     * @param end of the record's step: as if the answer had come, or its return to the records that are due
     */
    record Resolved(Doubt.Verdict verdict, String evidence, Found found, Conclusion end) implements Inquiry {
        public Resolved {
            end = released(end);
        }

        @Override
        public RecordState state() {
            return end.state();
        }

        /** Whoever asks does nothing else for the record: further calls are made by those who work on what is due. */
        private static Conclusion released(Conclusion end) {
            return end instanceof Conclusion.Continue next && next.later().isZero()
                    ? new Conclusion.Continue(
                            next.cursor(),
                            next.placed(),
                            next.fields(),
                            next.rows(),
                            Duration.ofMillis(1),
                            next.taken())
                    : end;
        }

        @Override
        public List<ResultRow> rows() {
            return end.rows();
        }
    }

    /**
     * The same conclusion of a step that was meant to ask: whatever ends it otherwise, such as a lane that rests or a mapping that
     * fails, says nothing about the write.
     */
    static Inquiry of(ClaimedRecord record, Conclusion conclusion) {
        if (conclusion instanceof Inquiry inquiry) {
            return inquiry;
        }
        var doubt = record.doubt();
        if (conclusion instanceof Conclusion.Postpone postponed) {
            return new Later(null, postponed.delay(), doubt.proofs());
        }
        return new LeftToPerson(
                conclusion instanceof Conclusion.Settle settled
                        ? "The partner could not be asked: " + settled.code() + " " + settled.text()
                        : "The routes ended the question without a verdict");
    }
}
