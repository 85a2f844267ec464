package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** Of a batch that an operator holds nothing more is sent, until somebody lets it go on; everything else does. */
class PausedBatchesTest {
    private static final AttemptIntent READ = new AttemptIntent("list", "GET /orders", "new", false, true, "00");
    private static final String WHO = ", 'Li Lei', 'wrong prices'";

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(2);

    @Test
    void nothingOfItIsClaimedUntilItGoesOn() {
        assertThat(tell("pause_batch(%d%s)")).isTrue();
        assertThat(tell("pause_batch(%d%s)")).as("it is paused already").isFalse();
        assertThat(claimed()).isZero();
        assertThat(ledger.part(WorkPauseLedger.class).inForce()).singleElement().satisfies(pause -> {
            assertThat(pause.scope()).isEqualTo("batch %d of acme, orders.list", batch());
            assertThat(pause.covers(LedgerBench.LANE)).isFalse();
            assertThat(pause.by()).isEqualTo("Li Lei");
        });

        assertThat(tell("resume_batch(%d%s)")).isTrue();

        assertThat(claimed()).isEqualTo(2);
        assertThat(tell("resume_batch(%d%s)")).isFalse();
    }

    @Test
    void whatIsInHandMakesNoFurtherCallAndWaitsWithTheOthers() {
        var record = ledger.claim();
        tell("pause_batch(%d%s)");

        assertThatThrownBy(() -> ledger.attempts.open(record, READ, "n", LedgerBench.LEASE))
                .isInstanceOf(WorkPausedException.class);

        ledger.records.conclude(record, new Conclusion.Postpone(Duration.ZERO, false));
        assertThat(claimed()).isZero();
        tell("resume_batch(%d%s)");
        assertThat(claimed()).isEqualTo(2);
    }

    @Test
    void aCallThatIsUnderWayIsHeardToItsEnd() {
        var record = ledger.claim();
        var attempt = ledger.attempts.open(record, READ, "n", LedgerBench.LEASE);
        tell("pause_batch(%d%s)");

        ledger.attempts.close(
                attempt,
                new AttemptOutcome("success", Placement.ANSWERED, 200, null, null, null),
                record,
                Conclusion.Settle.byItself(RecordState.OK, null, null, record.fields()));

        assertThat(ledger.state(record)).isEqualTo("OK");
    }

    @Test
    void theStopOfAReplicaAndNewCredentialsLetNothingOfItGo() {
        ledger.claim();
        tell("pause_batch(%d%s)");

        ledger.records.giveBack("n");
        ledger.records.hasten("acme");

        assertThat(claimed()).isZero();
    }

    @Test
    void aPauseOfItsTenantIsAnotherOne() {
        tell("pause_batch(%d%s)");
        ledger.jdbc
                .sql("select pause_work('acme', 'orders.list'" + WHO + ")")
                .query()
                .singleValue();
        ledger.jdbc
                .sql("select resume_work('acme', 'orders.list'" + WHO + ")")
                .query()
                .singleValue();

        assertThat(claimed()).isZero();
        assertThat(ledger.part(WorkPauseLedger.class).inForce()).hasSize(1);
    }

    @Test
    void whatIsAnsweredOrNotThereCannotBePaused() {
        ledger.jdbc.sql("update batch set answered_at = now()").update();

        assertThat(tell("pause_batch(%d%s)")).isFalse();
        assertThat(tell("pause_batch(1000 + %d%s)")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pause_batch(%d, '', 'why')", "pause_batch(%d, 'who', ' ')", "resume_batch(%d, null, 'why')"})
    void nobodyDoesItWithoutANameAndAReason(String call) {
        assertThatThrownBy(() -> tell(call)).isInstanceOf(DataAccessException.class);
    }

    private boolean tell(String call) {
        return ledger.jdbc
                .sql("select " + call.formatted(batch(), WHO))
                .query(Boolean.class)
                .single();
    }

    private long batch() {
        return ledger.jdbc.sql("select min(id) from batch").query(Long.class).single();
    }

    private int claimed() {
        return ledger.records
                .claim(List.of(LedgerBench.LANE), 2, "n", LedgerBench.LEASE)
                .size();
    }
}
