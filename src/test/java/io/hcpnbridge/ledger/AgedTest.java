package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is deleted by age, and what never is, on a real PostgreSQL. */
class AgedTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Lane LANE = new Lane("acme", "orders.renew");

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(0);

    private final BatchLedger batches = ledger.part(BatchLedger.class);
    private final JdbcClient jdbc = ledger.jdbc;
    private final TransactionTemplate transaction = ledger.transaction();
    private final OldWork old = new OldWork(ledger);

    @Test
    void theContentOfAnOldDocumentGoesAndWhatMakesItTheSameStays() {
        old.answered("b", "D1", "D2");
        old.change("insert into result_row (record_id, row_key, kind, content) values (1, 'k', 'order', '{}')");
        old.change(
                "update record set content = '{\"name\":\"Li\"}', fields = '{\"a\":1}', text = 'no', text_zh = '不行', code = 'CBC.1', "
                        + "cursor = '{}', one_time = '{otp}' where id = 1");
        old.attempt(1);
        old.change(
                "insert into doubt (record_id, attempt_id, evidence, answer, closed_at) values (1, 1, 'order of Li', '{}', now())");
        old.change(
                "insert into doubt_proposal (doubt_id, verdict, answer, proposed_by, reason) select id, 'PLACED', '{}', 'ada', 'seen' from doubt");

        assertThat(delete(AgedContents.class)).isEqualTo(2);

        assertThat(jdbc.sql("select * from record where id = 1").query().singleRow())
                .containsEntry("document", "D1")
                .containsEntry("content_hash", "hash of D1")
                .containsEntry("state", "OK")
                .containsEntry("code", "CBC.1")
                .containsEntry("text", null)
                .containsEntry("text_zh", null)
                .containsEntry("cursor", null)
                .containsEntry("one_time", null);
        assertThat(jdbc.sql("select content::text || fields::text from record")
                        .query(String.class)
                        .list())
                .containsOnly("{}{}");
        assertThat(count("result_row")).isZero();
        assertThat(count("doubt where evidence is null and answer is null")).isOne();
        assertThat(count("doubt_proposal")).isZero();
        assertThat(count("attempt")).isOne();
    }

    @Test
    void theSameDocumentAgainIsNotDoneAgainAndOtherContentIsAConflict() {
        old.answered("b", "D1");
        delete(AgedContents.class);

        old.accepted("same", LedgerBench.line(1, "D1", "hash of D1"));
        old.accepted("changed", LedgerBench.line(1, "D1", "another hash"));

        assertThat(count("record")).isOne();
        assertThat(jdbc.sql("select conflict from batch_record order by batch_id")
                        .query(Boolean.class)
                        .list())
                .containsExactly(false, false, true);
        assertThat(ledger.part(RecordLedger.class).claim(List.of(LANE), 9, "n", LEASE))
                .isEmpty();
        assertThat(lines(2)).singleElement().satisfies(line -> {
            assertThat(line.status()).isEqualTo("OK");
            assertThat(line.code()).isEqualTo("BRIDGE.CONTENT_DELETED");
            assertThat(line.text().en()).startsWith("Ended on 20").contains("nothing was sent again");
            assertThat(line.text().zh()).startsWith("已于 20").contains("没有重新发送任何内容");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update batch set answered_at = null",
                "update batch set pending = true",
                "update arrival set delivered_at = null",
                "insert into doubt (record_id, attempt_id) select 1, id from attempt",
                "insert into pull_period (pull, tenant, period, unit, begins_at, ends_at, state, batch_id) values ('p', 'acme', '2026-01', 'MONTH', now(), now(), 'TAKEN', 1)"
            })
    void whatSomebodyWaitsForIsNeverTouched(String open) {
        old.answered("b", "D1");
        old.attempt(1);
        old.change(open);

        for (var kind : kinds()) {
            assertThat(delete(kind)).as(kind.getSimpleName()).isZero();
        }
        assertThat(count("record where emptied_at is null")).isOne();
        assertThat(count("answer_part")).isOne();
        assertThat(count("arrival")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DUE", "CLAIMED", "SENT", "IN_DOUBT", "ASKING"})
    void whatHasNotEndedKeepsItsContentHoweverOld(String state) {
        old.answered("b", "D1");
        old.change("update record set state = '" + state + "'");

        assertThat(delete(AgedContents.class)).isZero();
    }

    @Test
    void whatIsYoungerStays() {
        old.answered("b", "D1");
        old.change("update record set changed_at = now() - interval '364 days'");
        old.change("update batch set answered_at = now() - interval '364 days'");
        old.change("update arrival set delivered_at = now() - interval '364 days'");

        for (var kind : kinds()) {
            assertThat(delete(kind)).as(kind.getSimpleName()).isZero();
        }
    }

    @Test
    void aBatchWhoseAnswerIsGoneIsAnsweredAnewWhenItComesAgain() {
        old.answered("b", "D1");

        assertThat(delete(AgedAnswers.class)).isOne();
        assertThat(count("answer_part")).isZero();
        assertThat(answerable()).as("nobody asks").isEmpty();

        comesAgain(1, "again.txt");

        assertThat(answerable()).containsExactly(Map.entry(1L, 1));
        assertThat(jdbc.sql("select mapping_version from batch")
                        .query(String.class)
                        .single())
                .isEqualTo("present");
        transaction.executeWithoutResult(
                status -> ledger.part(AnswerLedger.class).markAnswered(1, 1, false));
        assertThat(jdbc.sql("select file_name, edition from arrival where delivered_at is null")
                        .query()
                        .singleRow())
                .containsEntry("file_name", "again.txt")
                .containsEntry("edition", 1);
    }

    @Test
    void aBatchWhoseAnswerIsKeptGetsItAgain() {
        old.answered("b", "D1");
        comesAgain(1, "again.txt");

        assertThat(answerable()).isEmpty();
        assertThat(delete(AgedAnswers.class)).as("it is owed").isZero();
    }

    @Test
    void ofARefusedBatchNothingStays() {
        old.refused();

        assertThat(delete(AgedAnswers.class)).isZero();
        assertThat(delete(AgedRefusals.class)).isOne();

        assertThat(List.of(count("batch"), count("arrival"), count("batch_problem"), count("answer_part")))
                .containsOnly(0L);
    }

    @Test
    void aPeriodOfAPullGoesOnNamingItsRefusedBatch() {
        old.refused();
        old.change(
                "insert into pull_period (pull, tenant, period, unit, begins_at, ends_at, state, batch_id) values ('p', 'acme', '2026-01', 'MONTH', now(), now(), 'REFUSED', 1)");

        assertThat(delete(AgedRefusals.class)).isOne();
        assertThat(delete(AgedRefusals.class)).isZero();
        assertThat(count("batch")).isOne();
        assertThat(count("batch_problem")).isZero();
    }

    @Test
    void eventsGoOnceTheyAreSentAndTheListTheyComeOfStays() {
        old.change(
                "insert into event (tenant, interface, document, row_key, change, kind, content, created_at, sent_at) "
                        + "select 'acme', 'i', 'D', 'k' || n, 'NEW', 'x', '{}', now() - interval '2 years', case when n = 1 then now() - interval '2 years' end from generate_series(1, 2) n");
        old.change(
                "insert into snapshot (tenant, interface, scope, taken_at) values ('acme', 'i', 's', now() - interval '9 years')");
        old.change("insert into snapshot_row (snapshot_id, row_key, content) values (1, 'k', '{}')");

        for (var kind : kinds()) {
            delete(kind);
        }
        assertThat(jdbc.sql("select row_key from event").query(String.class).list())
                .containsExactly("k2");
        assertThat(count("snapshot_row")).isOne();
    }

    @Test
    void mappingFilesGoWithTheLastAnswerThatWasMadeWithThem() {
        old.answered("b", "D1");
        var mappings = ledger.part(MappingLedger.class);
        mappings.keep("orders.renew", "v", Map.of("a", new byte[1], "b", new byte[1]));
        mappings.keep("orders.renew", "older", Map.of("a", new byte[1]));

        assertThat(delete(AgedMappings.class)).isOne();
        delete(AgedAnswers.class);
        assertThat(delete(AgedMappings.class)).isEqualTo(2);
    }

    @Test
    void aVersionThatIsBeingTakenIntoUseIsNotDeletedMeanwhile() {
        var mappings = ledger.part(MappingLedger.class);
        transaction.executeWithoutResult(intake -> {
            mappings.keep("orders.renew", "v", Map.of("a", new byte[1]));
            assertThat(elsewhere(() -> delete(AgedMappings.class))).isZero();
        });
        assertThat(delete(AgedMappings.class)).isOne();
    }

    @Test
    void keysGoWithTheirAttemptsAfterContentAndAnswerAndOnlyThen() {
        old.answered("b", "D1");
        old.attempt(1);
        old.change("insert into placement (interface, row_key, record_id) values ('orders.renew', 'CS1', 1)");
        old.change("insert into snapshot (tenant, interface, scope, record_id) values ('acme', 'i', 's', 1)");
        assertThat(delete(AgedKeys.class)).isZero();
        delete(AgedContents.class);
        assertThat(delete(AgedKeys.class)).isZero();
        delete(AgedAnswers.class);
        assertThatThrownBy(() -> old.change("delete from attempt")).isInstanceOf(DataAccessException.class);

        assertThat(delete(AgedKeys.class)).isOne();

        assertThat(List.of(
                        count("record"),
                        count("batch"),
                        count("attempt"),
                        count("attempt_outcome"),
                        count("placement")))
                .containsOnly(0L);
        assertThat(count("snapshot where record_id is null")).isOne();
    }

    @Test
    void aDocumentOfAnotherBatchStaysKnown() {
        old.answered("b", "D1", "D2");
        old.accepted("later", LedgerBench.line(1, "D1", "hash of D1"));
        old.change("update batch set answered_at = now(), edition = 1 where id = 2");
        delete(AgedContents.class);
        delete(AgedAnswers.class);

        assertThat(delete(AgedKeys.class)).as("D2").isOne();

        assertThat(jdbc.sql("select document, first_batch_id from record")
                        .query()
                        .singleRow())
                .containsEntry("document", "D1")
                .containsEntry("first_batch_id", 2L);
    }

    @Test
    void replicasThatDeleteAtTheSameTimeDeleteEachThingOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            old.answered("b" + i, "D" + i);
        }
        var replicas = Executors.newFixedThreadPool(4);
        var deletions = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 4; i++) {
            deletions.add(() -> delete(AgedContents.class) + delete(AgedAnswers.class) + delete(AgedKeys.class));
        }
        var deleted = 0L;
        for (var one : replicas.invokeAll(deletions)) {
            deleted += one.get();
        }
        replicas.shutdown();
        for (var kind : List.of(AgedContents.class, AgedAnswers.class, AgedKeys.class)) {
            deleted += delete(kind);
        }

        assertThat(deleted).isEqualTo(3 * 40);
        assertThat(count("record")).isZero();
    }

    @Test
    void aStepIsSmallHoweverManyRowsARecordHas() {
        old.answered("b", "D1", "D2", "D3");
        old.change(
                "insert into result_row (record_id, row_key, kind, content) select 1, 'k' || n, 'order', '{}' from generate_series(1, 50) n");

        var first = aged(AgedContents.class).delete(Aged.Place.BEGIN, YEAR, 10);
        var second = aged(AgedContents.class).delete(first.last(), YEAR, 10);

        assertThat(first.deleted()).isOne();
        assertThat(second.deleted()).isEqualTo(2);
        assertThat(aged(AgedContents.class).delete(second.last(), YEAR, 10).last())
                .isNull();
    }

    private static List<Class<? extends Aged>> kinds() {
        return List.of(
                AgedExchanges.class,
                AgedContents.class,
                AgedAnswers.class,
                AgedRefusals.class,
                AgedArrivals.class,
                AgedEvents.class,
                AgedKeys.class);
    }

    private <T extends Aged> T aged(Class<T> kind) {
        return ledger.part(kind);
    }

    /** Everything that is older than a year. */
    private long delete(Class<? extends Aged> kind) {
        var deleted = 0L;
        for (var place = Aged.Place.BEGIN; place != null; ) {
            var step = aged(kind).delete(place, YEAR, 3);
            deleted += step.deleted();
            place = step.last();
        }
        return deleted;
    }

    private void comesAgain(long batch, String name) {
        transaction.executeWithoutResult(
                status -> batches.noteArrivalAgain(batch, Arrival.ofFile(null, name), "present"));
    }

    private List<Map.Entry<Long, Integer>> answerable() {
        return transaction.execute(status -> ledger
                .part(AnswerLedger.class)
                .lockAnswerable(0, Duration.ofMinutes(2))
                .map(found -> Map.entry(found.id(), found.edition()))
                .stream()
                .toList());
    }

    private List<AnsweredLine> lines(long batch) {
        var lines = new ArrayList<AnsweredLine>();
        transaction.executeWithoutResult(
                status -> ledger.part(AnswerLedger.class).streamAnswer(batch, lines::add, row -> {}));
        return lines;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** By another thread, and so in another transaction. */
    private static <T> T elsewhere(Callable<T> work) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }
}
