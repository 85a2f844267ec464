package io.hcpnbridge.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.ResultRow;
import java.util.List;

/** What the ERP is told of a document, or would be. */
record TestedAnswer(RecordState state, ObjectNode fields, List<ResultRow> rows) {
    TestedAnswer {
        rows = List.copyOf(rows);
    }
}
