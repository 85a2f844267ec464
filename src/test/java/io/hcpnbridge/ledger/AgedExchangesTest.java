package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When what was sent and received is deleted, on a real PostgreSQL. */
class AgedExchangesTest {
    private static final Duration YEAR = Duration.ofDays(365);

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(0);

    private final OldWork old = new OldWork(ledger);

    @Test
    void whatWasSentAndReceivedGoesByItsOwnAge() {
        old.answered("b", "D1");
        exchange(1, "2 years");
        exchange(1, "364 days");

        assertThat(delete(AgedExchanges.class)).isOne();

        assertThat(count("exchange where attempt_id = 2")).isEqualTo(2);
        assertThat(count("exchange")).isEqualTo(2);
        assertThat(count("attempt")).isEqualTo(2);
    }

    @Test
    void itIsEvidenceUntilTheDocumentHasEnded() {
        old.answered("b", "D1", "D2");
        old.change("update record set state = 'IN_DOUBT' where id = 1");
        exchange(1, "2 years");
        exchange(2, "2 years");

        assertThat(delete(AgedExchanges.class)).isOne();
        assertThat(count("exchange where attempt_id = 1")).isEqualTo(2);
    }

    @Test
    void whatIsLargeIsDeletedInSmallSteps() {
        old.answered("b", "D1");
        for (int i = 0; i < 6; i++) {
            exchange(1, "2 years");
        }
        old.change("update exchange set content = decode(repeat('00', 1500000), 'hex') where way = 'RECEIVED'");

        var steps = new ArrayList<Long>();
        for (var step = step(Aged.Place.BEGIN); step.last() != null; step = step(step.last())) {
            steps.add(step.deleted());
        }

        assertThat(steps).containsExactly(3L, 3L);
    }

    @Test
    void itGoesWithTheContentOfItsDocumentAlsoWhereItSharedTheCall() {
        old.answered("b", "D1", "D2");
        old.change("update record set changed_at = now() where id = 1");
        exchange(1, "1 day");
        old.attempt(2);
        old.change("insert into exchange (attempt_id, way, shared_with) values (2, 'SENT', 1)");

        assertThat(delete(AgedContents.class)).isOne();

        assertThat(count("exchange")).isZero();
    }

    @Test
    void itGoesWithTheAttempts() {
        old.answered("b", "D1");
        exchange(1, "1 day");
        delete(AgedContents.class);
        old.change("insert into exchange (attempt_id, way, content) values (1, 'SENT', 'x')");
        delete(AgedAnswers.class);

        assertThat(delete(AgedKeys.class)).isOne();

        assertThat(count("attempt")).isZero();
        assertThat(count("exchange")).isZero();
    }

    /** An attempt of the record with what was sent and received so long ago. */
    private void exchange(long record, String ago) {
        old.change("insert into attempt (record_id, claim, node, api, endpoint, effect, body_hash) values (" + record
                + ", 1, 'n', 'renew', 'POST /renew', 'WRITE', 'h')");
        old.change("insert into exchange (attempt_id, way, at, content) select max(attempt.id), way, now() - interval '"
                + ago + "', 'x' from attempt, (values ('SENT'), ('RECEIVED')) as ways (way) group by way");
    }

    private Aged.Step step(Aged.Place after) {
        return ledger.part(AgedExchanges.class).delete(after, YEAR, 100);
    }

    private long delete(Class<? extends Aged> kind) {
        return ledger.part(kind).delete(Aged.Place.BEGIN, YEAR, 100).deleted();
    }

    private long count(String from) {
        return ledger.sql()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }
}
