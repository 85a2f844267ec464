package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.List;

/** What a step of a record ends with; committed together with the outcome of its call. */
public sealed interface Conclusion
        permits Conclusion.Continue,
                Conclusion.Apart,
                Conclusion.Restart,
                Conclusion.Settle,
                Conclusion.Postpone,
                Inquiry {
    /** The state that follows. */
    RecordState state();

    /** Rows of the answer that came with it. */
    default List<ResultRow> rows() {
        return List.of();
    }

    /** Whether the partner's answer was read for it, so that it says what a write has done. */
    default boolean saysWhatWasAnswered() {
        return false;
    }

    /**
     * One more call is to be made, from the given cursor. The record stays claimed, or is given back if the call is to be made
     * later.
     *
     * @param taken what the ERP is told meanwhile, because the partner has taken the record and decides later; else null
     */
    record Continue(
            JsonNode cursor, boolean placed, ObjectNode fields, List<ResultRow> rows, Duration later, Taken taken)
            implements Conclusion {
        @Override
        public RecordState state() {
            return later.isZero() ? RecordState.CLAIMED : RecordState.DUE;
        }

        @Override
        public boolean saysWhatWasAnswered() {
            return true;
        }
    }

    /** Code and text, each may be null, of a record that waits for the partner's decision. */
    record Taken(String code, Words text) {}

    /** The call it shared with others told nothing about it: it is asked about by itself. */
    record Apart() implements Conclusion {
        @Override
        public RecordState state() {
            return RecordState.DUE;
        }
    }

    /** All rows were gathered under false premises (the list shrank while it was read): begin again. */
    record Restart() implements Conclusion {
        @Override
        public RecordState state() {
            return RecordState.CLAIMED;
        }
    }

    /** The record is final. */
    record Settle(
            RecordState state,
            String code,
            Words text,
            boolean placed,
            ObjectNode fields,
            List<ResultRow> rows,
            boolean saysWhatWasAnswered)
            implements Conclusion {

        /** As the adapter itself ends it, without an answer that says so. */
        public static Settle byItself(RecordState state, String code, Words text, ObjectNode fields) {
            return new Settle(state, code, text, false, fields, List.of(), false);
        }
    }

    /**
     * Another try of the same step later; {@code counted} unless it was not the record's fault, as with a throttled lane.
     *
     * @param trouble what it waits for, where that may take too long; else null
     */
    record Postpone(Duration delay, boolean counted, Trouble trouble) implements Conclusion {
        public Postpone(Duration delay, boolean counted) {
            this(delay, counted, null);
        }

        /** For as long as the trouble lasts. */
        public static Postpone waiting(Duration delay, Trouble trouble) {
            return new Postpone(delay, false, trouble);
        }

        @Override
        public RecordState state() {
            return RecordState.DUE;
        }
    }
}
