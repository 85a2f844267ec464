package io.hcpnbridge.work;

import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.DeltaLedger;
import io.hcpnbridge.ledger.EventAudience;
import io.hcpnbridge.ledger.OverlappingReadException;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.SettledRecordListener;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Delta;
import io.hcpnbridge.outcome.ChangedRows;
import io.hcpnbridge.outcome.UnfitAnswerException;
import io.hcpnbridge.text.Words;
import io.hcpnbridge.version.MappingVersions;
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
                    changes -> ChangedRows.of(mapping, record, changes),
                    audience.hears(record.tenant()));
        } catch (OverlappingReadException e) {
            if (record.restarts() >= settings.maxRestarts()) {
                throw new UnfitAnswerException(
                        new Words(
                                "Another record of the same scope finished while this one was reading",
                                "在读取期间，同一范围的另一张单据先完成了读取"),
                        e);
            }
            throw e;
        }
    }
}
