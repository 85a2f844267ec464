package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** A person may have a document tried again that has failed, as long as no write was sent for it. */
class FailedDocumentsTest {
    private static final AttemptOutcome NOT_TAKEN =
            new AttemptOutcome("failed", Placement.ANSWERED, 503, "BRIDGE.HTTP_503", null, null);

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(1);

    @Test
    void itIsWorkedOnFromItsBeginningAndAnsweredOnceMore() {
        var failed = failed(false);
        var answers = ledger.part(AnswerLedger.class);
        ledger.transaction().executeWithoutResult(done -> answers.lockAnswerable(0, Duration.ZERO)
                .ifPresent(batch -> answers.markAnswered(batch.id(), batch.edition(), false)));

        assertThat(tryAgain("'Li Lei', 'the partner is back'")).isTrue();

        assertThat(ledger.state(failed)).isEqualTo("DUE");
        var again = ledger.claim();
        assertThat(again.id()).isEqualTo(failed.id());
        assertThat(again.tries()).isZero();
        ledger.records.conclude(again, Conclusion.Settle.byItself(RecordState.OK, null, null, again.fields()));
        var further = ledger.transaction().execute(done -> answers.lockAnswerable(0, Duration.ZERO));
        assertThat(further).map(AnswerableBatch::edition).contains(2);
    }

    @Test
    void notIfAWriteWasSentForItAsTheErpMayHaveSentAnother() {
        failed(true);

        assertThat(tryAgain("'Li Lei', 'the partner is back'")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state = 'OK'", "state = 'REFUSED'", "placed = true", "emptied_at = now()"})
    void notIfItEndedOtherwiseOrItsContentIsGone(String known) {
        failed(false);
        ledger.jdbc.sql("update record set " + known).update();

        assertThat(tryAgain("'Li Lei', 'the partner is back'")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'', 'why'", "'who', ' '", "null, 'why'"})
    void notWithoutANameAndAReason(String by) {
        failed(false);

        assertThatThrownBy(() -> tryAgain(by)).isInstanceOf(DataAccessException.class);
    }

    private ClaimedRecord failed(boolean write) {
        var record = ledger.claim();
        var attempt = ledger.attempts.open(
                record, new AttemptIntent("list", "GET /orders", "new", write, true, "00"), "n", LedgerBench.LEASE);
        ledger.attempts.close(
                attempt,
                NOT_TAKEN,
                record,
                Conclusion.Settle.byItself(RecordState.FAILED, "BRIDGE.HTTP_503", null, record.fields()));
        return record;
    }

    private boolean tryAgain(String by) {
        return ledger.jdbc
                .sql("select try_again('acme', 'orders.list', 'D1', " + by + ")")
                .query(Boolean.class)
                .single();
    }
}
