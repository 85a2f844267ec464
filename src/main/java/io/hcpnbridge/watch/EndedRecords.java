package io.hcpnbridge.watch;

import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.SettledRecordListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts records where they end, so that nobody ever has to count those that have ended. */
@Component
class EndedRecords implements SettledRecordListener {
    private final MeterRegistry meters;

    EndedRecords(MeterRegistry meters) {
        this.meters = meters;
    }

    /** An end that is taken back is none. */
    @Override
    public void settled(ClaimedRecord record, RecordState state) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count(record, state);
            }
        });
    }

    private void count(ClaimedRecord record, RecordState state) {
        Counter.builder("bridge.records.ended")
                .description("Records that this process brought to an end, or into doubt")
                .tag("tenant", record.tenant())
                .tag("interface", record.interfaceName())
                .tag("state", state.name())
                .register(meters)
                .increment();
    }
}
