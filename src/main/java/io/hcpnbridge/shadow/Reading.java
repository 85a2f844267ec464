package io.hcpnbridge.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.Generation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A document asked of one generation from the beginning, call by call, for nobody but the comparison. */
final class Reading {
    private final Map<String, ResultRow> rows = new LinkedHashMap<>();
    private ClaimedRecord record;
    private TestedAnswer answer;

    Reading(ClaimedRecord record) {
        this.record = record;
    }

    /** As it stands after the calls so far. */
    ClaimedRecord record() {
        return record;
    }

    Generation generation() {
        return Generation.valueOf(record.generation().toUpperCase(Locale.ROOT));
    }

    /** What the last call ends with; how many rows there are. */
    int conclude(Conclusion conclusion) {
        if (conclusion instanceof Conclusion.Restart) {
            rows.clear();
        }
        conclusion.rows().forEach(row -> rows.put(row.key(), row));
        record = record.after(conclusion);
        if (conclusion instanceof Conclusion.Settle settled) {
            end(settled.state(), settled.fields());
        }
        return rows.size();
    }

    /** No call is made for it. */
    void refuse() {
        end(RecordState.REFUSED, record.fields());
    }

    private void end(RecordState state, ObjectNode fields) {
        answer = new TestedAnswer(state, fields, new ArrayList<>(rows.values()));
    }

    boolean isOver() {
        return answer != null;
    }

    TestedAnswer answer() {
        return answer;
    }
}
