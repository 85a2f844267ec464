package io.hcpnbridge.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.ledger.RowChange;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rows by which a record that asks for changes is told them, as {@code delta.jslt} says. */
public final class ChangedRows {
    private ChangedRows() {}

    /**
     * One for each change; null for one that nobody needs to hear of.
     *
     * @throws UnfitAnswerException if the mapping fails, or a row does not fit
     */
    public static List<ResultRow> of(InterfaceMapping mapping, ClaimedRecord record, List<RowChange> changes) {
        var rows = new ArrayList<ResultRow>();
        var contract = ExactJson.mapper().createObjectNode();
        var written = contract.putArray("rows");
        for (var change : changes) {
            var mapped = mapped(mapping, change);
            if (mapped instanceof ObjectNode row) {
                var kind = row.path("row").asText(mapping.settings().delta().row());
                written.add(row.deepCopy().put("row", kind).put("key", change.key()));
                row.remove(List.of("row", "key"));
                rows.add(new ResultRow(change.key(), kind, row));
            } else {
                rows.add(null);
            }
        }
        var check = new AnswerCheck(mapping);
        check.contract(contract);
        check.fits(
                Form.of(record.form()),
                record.document(),
                rows.stream().filter(Objects::nonNull).toList(),
                ExactJson.mapper().createObjectNode());
        return rows;
    }

    private static JsonNode mapped(InterfaceMapping mapping, RowChange change) {
        var input = ExactJson.mapper().createObjectNode();
        input.set("before", change.before());
        input.set("after", change.after());
        try {
            return mapping.delta(input).deepCopy();
        } catch (MappingException e) {
            throw UnfitAnswerException.of(e);
        }
    }
}
