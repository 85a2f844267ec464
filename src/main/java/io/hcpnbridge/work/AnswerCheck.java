package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.BatchFormat;
import io.hcpnbridge.mapping.format.UnfitValueException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Makes sure, while the record can still be answered honestly, that an answer keeps its contract and fits into the ERP's columns:
 * composing the answer file later cannot fail over one record.
 */
final class AnswerCheck {
    private AnswerCheck() {}

    static void contract(InterfaceMapping mapping, JsonNode mapped) {
        var violations = mapping.answerContract().check(mapped);
        if (!violations.isEmpty()) {
            var first = violations.get(0);
            throw new UnfitAnswerException("The answer's " + first.field() + " " + first.rule());
        }
    }

    static void fits(BatchFormat format, String document, List<ResultRow> rows, ObjectNode fields) {
        try (var writer = format.answer(OutputStream.nullOutputStream())) {
            for (var row : rows) {
                writer.write(row.kind(), row.content().deepCopy().put("document", document));
            }
            writer.write("result", fields.deepCopy().put("document", document));
        } catch (UnfitValueException e) {
            throw new UnfitAnswerException(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
