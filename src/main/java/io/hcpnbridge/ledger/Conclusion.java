package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** What a step of a record ends with; committed together with the outcome of its call. */
public sealed interface Conclusion {
    /** The state that follows. */
    RecordState state();

    /** One more call is to be made, from the given cursor. The record stays claimed. */
    record Continue(JsonNode cursor, boolean placed, ObjectNode fields, List<ResultRow> rows) implements Conclusion {
        @Override
        public RecordState state() {
            return RecordState.CLAIMED;
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
    record Settle(RecordState state, String code, String text, boolean placed, ObjectNode fields, List<ResultRow> rows)
            implements Conclusion {}

    /** Another try of the same step later; {@code counted} unless it was not the record's fault, as with a throttled lane. */
    record Postpone(Duration delay, boolean counted) implements Conclusion {
        @Override
        public RecordState state() {
            return RecordState.DUE;
        }
    }
}
