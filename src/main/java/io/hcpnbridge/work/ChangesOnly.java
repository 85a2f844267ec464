package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.DeltaLedger;
import io.hcpnbridge.ledger.EventAudience;
import io.hcpnbridge.ledger.OverlappingReadException;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.ledger.RowChange;
import io.hcpnbridge.ledger.SettledRecordListener;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Delta;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.version.MappingVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Where an interface wants it, the answer to a whole list is what changed since the last one, as its {@code delta.jslt} says. */
@Component
class ChangesOnly implements SettledRecordListener {
    private final DeltaLedger ledger;
    private final MappingVersions mappings;
    private final WorkProperties settings;
    private final EventAudience audience;

    ChangesOnly(DeltaLedger ledger, MappingVersions mappings, WorkProperties settings, EventAudience audience) {
        this.ledger = ledger;
        this.mappings = mappings;
        this.settings = settings;
        this.audience = audience;
    }

    /**
     * @throws OverlappingReadException if the list is to be read again
     * @throws UnfitAnswerException if the mapping fails, or the list cannot be read without another record in between
     */
    @Override
    public void settled(ClaimedRecord record, RecordState state) {
        var mapping = mappings.of(record.interfaceName(), record.mappingVersion());
        var delta = mapping.settings().delta();
        if (delta == null || !delta.isFor(record.content())) {
            return;
        }
        if (state == RecordState.OK) {
            compare(record, mapping, delta);
        } else {
            ledger.drop(record, delta.row());
        }
    }

    private void compare(ClaimedRecord record, InterfaceMapping mapping, Delta delta) {
        try {
            ledger.compare(
                    record,
                    delta.row(),
                    delta.scope(record.content()),
                    changes -> rows(record, mapping, delta, changes),
                    audience.hears(record.tenant()));
        } catch (OverlappingReadException e) {
            if (record.restarts() >= settings.maxRestarts()) {
                throw new UnfitAnswerException(e.getMessage(), e);
            }
            throw e;
        }
    }

    private static List<ResultRow> rows(
            ClaimedRecord record, InterfaceMapping mapping, Delta delta, List<RowChange> changes) {
        var rows = new ArrayList<ResultRow>();
        var contract = ExactJson.mapper().createObjectNode();
        var written = contract.putArray("rows");
        for (var change : changes) {
            var mapped = mapped(mapping, change);
            if (mapped instanceof ObjectNode row) {
                var kind = row.path("row").asText(delta.row());
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
