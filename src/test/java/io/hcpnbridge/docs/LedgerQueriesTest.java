package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queries that the pages tell the operator run on the ledger. */
class LedgerQueriesTest {
    private static final String BATCH =
            """
            insert into batch (interface, tenant, content_hash, mapping_version, header, verdict)
            values ('orders.renew', 'acme', 'b', 'm', '{}', 'ACCEPTED')
            """;

    /** They change rows, with a name and a reason. */
    private static final String DECISIONS = "decide_doubt|decide_parked|pause_work|resume_work";

    private static JdbcClient ledger;

    @BeforeAll
    static void createLedger() {
        var database = LedgerDatabase.migrated().dataSource();
        ledger = JdbcClient.create(database);
        ledger.sql(BATCH).update();
        ledger.sql("insert into arrival (batch_id, file_name) values (1, 'april.txt')")
                .update();
        ledger.sql(
                        """
                        insert into record (tenant, interface, document, content_hash, content, first_batch_id, state, code)
                        values ('acme', 'orders.renew', 'RN-2024-0001', 'c', '{}', 1, 'IN_DOUBT', 'BRIDGE.TIMEOUT'),
                               ('acme', 'orders.renew', 'RN-2024-0002', 'd', '{}', 1, 'FAILED', 'BRIDGE.NO_CREDENTIAL'),
                               ('acme', 'orders.renew', 'RN-2024-0003', 'e', '{}', 1, 'DUE', null),
                               ('acme', 'orders.renew', 'RN-2024-0004', 'f', '{}', 1, 'PARKED', 'APIGW.0308')
                        """)
                .update();
        ledger.sql("insert into parking (record_id) values (4)").update();
        ledger.sql("insert into cutover (tenant, set_by, reason) values ('acme', 'Li Lei', 'compared first')")
                .update();
        ledger.sql(
                        """
                        insert into shadow_read (record_id, tenant, interface, document, answered, verdict, ended_at)
                        values (3, 'acme', 'orders.list', 'A-1', 'old', 'SAME', now())
                        """)
                .update();
        ledger.sql("insert into work_pause (tenant, set_by, reason) values ('acme', 'Li Lei', 'maintenance')")
                .update();
        ledger.sql(
                        "insert into batch_record (batch_id, position, line, record_id, conflict) values (1, 1, 2, 3, false)")
                .update();
        ledger.sql("insert into batch_problem (batch_id, line, field, value, rule) values (1, 2, 'a', 'b', 'c')")
                .update();
        ledger.sql(
                        """
                        insert into attempt (record_id, claim, node, api, endpoint, generation, effect, body_hash)
                        values (1, 1, 'n', 'renew-resources-new', 'POST /v2/orders/…', 'new', 'WRITE', 'h'),
                               (2, 1, 'n', 'renew-resources-new', 'POST /v2/orders/…', 'new', 'WRITE', 'h')
                        """)
                .update();
        ledger.sql("insert into exchange (attempt_id, way, finding) values (2, 'RECEIVED', 'the clock')")
                .update();
        ledger.sql(
                        """
                        insert into attempt_outcome (attempt_id, verdict, outcome_known, code, duration_ms)
                        values (1, 'in-doubt', false, 'BRIDGE.TIMEOUT', 60000)
                        """)
                .update();
        ledger.sql("insert into doubt (record_id, attempt_id, evidence) values (1, 1, 'nothing tells')")
                .update();
        ledger.sql(
                        """
                        insert into event (tenant, interface, document, row_key, change, kind, content)
                        values ('acme', 'customers.associations', 'A-1', 'c1', 'NEW', 'customer', '{}')
                        """)
                .update();
        ledger.sql(
                        """
                        insert into pull_period (pull, tenant, period, unit, begins_at, ends_at, state)
                        values ('consumption', 'acme', '2026-08', 'MONTH', '2026-08-01', '2026-09-01', 'SKIPPED'),
                               ('consumption', 'acme', '2026-10', 'MONTH', '2026-10-01', '2026-11-01', 'PLANNED')
                        """)
                .update();
        ledger.sql(
                        """
                        insert into pause (tenant, scope, until, strikes, reason)
                        values ('acme', 'credential:partner', now() + interval '1 hour', 1, 'APIGW.0301')
                        """)
                .update();
    }

    static Stream<String> queries() {
        return statements().filter(statement -> !statement.startsWith("update ") && !isDecision(statement, DECISIONS));
    }

    private static boolean isDecision(String statement, String function) {
        return statement.matches("(?s)select (?:document, )?(?:" + function + ")\\(.*");
    }

    private static Stream<String> decisions(String function) {
        return statements().filter(statement -> isDecision(statement, function));
    }

    private static Stream<String> statements() {
        return Pages.all().blocks("sql").stream()
                .flatMap(block -> Arrays.stream(block.split(";", -1)))
                .map(String::strip)
                .filter(query -> !query.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryRunsAndFindsWhatItIsFor(String query) {
        assertThat(ledger.sql(query).query().listOfRows()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryChangesNothing(String query) {
        assertThat(query).startsWith("select ");
    }

    /** After a restore nothing else can keep a record from being sent once more. */
    @Test
    void theOnlyStatementThatChangesRowsEndsARecordInDoubtBeforeItIsClaimed() {
        var updates = statements()
                .filter(statement -> statement.startsWith("update "))
                .toList();

        assertThat(updates).singleElement().satisfies(update -> {
            var restored = JdbcClient.create(LedgerDatabase.migrated().dataSource());
            restored.sql(BATCH).update();
            restored.sql(
                            """
                            insert into record (tenant, interface, document, content_hash, content, first_batch_id, state)
                            values ('acme', 'orders.renew', 'RN-2024-0003', 'e', '{}', 1, 'DUE'),
                                   ('acme', 'orders.renew', 'RN-2024-0004', 'f', '{}', 1, 'DUE')
                            """)
                    .update();
            restored.sql(update).update();
            assertThat(restored.sql("select document from record where state = 'IN_DOUBT'")
                            .query(String.class)
                            .list())
                    .containsExactly("RN-2024-0003");
        });
    }

    @Test
    void aPersonDecidesAWriteInDoubtOnceAndWithAName() {
        var decision = decisions("decide_doubt").findFirst().orElseThrow();
        var doubtful = JdbcClient.create(LedgerDatabase.migrated().dataSource());
        doubtful.sql(BATCH).update();
        doubtful.sql(
                        """
                        insert into record (tenant, interface, document, content_hash, content, first_batch_id, state, due_at)
                        values ('acme', 'orders.renew', 'RN-2024-0001', 'c', '{}', 1, 'IN_DOUBT', 'infinity')
                        """)
                .update();
        doubtful.sql(
                        """
                        insert into attempt (record_id, claim, node, api, endpoint, generation, effect, body_hash)
                        values (1, 1, 'n', 'renew-resources-new', 'POST /v2/orders/…', 'new', 'WRITE', 'h')
                        """)
                .update();
        doubtful.sql("insert into doubt (record_id, attempt_id, left_at) values (1, 1, now())")
                .update();

        assertThat(doubtful.sql(decision).query(Boolean.class).single()).isTrue();
        assertThat(doubtful.sql(decision).query(Boolean.class).single()).isFalse();
        assertThat(doubtful.sql(
                                "select decided_by from doubt join record on record.id = record_id where due_at <= now()")
                        .query(String.class)
                        .list())
                .containsExactly("Li Lei");
    }

    @Test
    void aPersonDecidesParkedDocumentsOneByOneAndTogether() {
        assertThat(decisions("decide_parked")).isNotEmpty().allSatisfy(decision -> {
            var parked = JdbcClient.create(LedgerDatabase.migrated().dataSource());
            parked.sql(BATCH).update();
            parked.sql(
                            """
                            insert into record (tenant, interface, document, content_hash, content, first_batch_id, state)
                            values ('acme', 'orders.detail', 'OD-2024-0001', 'c', '{}', 1, 'PARKED')
                            """)
                    .update();
            parked.sql("insert into parking (record_id) values (1)").update();

            assertThat(parked.sql(decision).query().singleRow()).containsEntry("decide_parked", true);
            assertThat(parked.sql("select decided_by from parking")
                            .query(String.class)
                            .single())
                    .isEqualTo("Li Lei");
        });
    }

    @Test
    void whatAPersonPausesIsResumedByTheStatementThatFollows() {
        var paused = JdbcClient.create(LedgerDatabase.migrated().dataSource());

        paused.sql(decisions("pause_work").findFirst().orElseThrow()).query().singleRow();

        assertThat(paused.sql("select work_is_paused('acme', 'orders.renew')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(paused.sql(decisions("resume_work").findFirst().orElseThrow())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void thereAreQueries() {
        assertThat(queries()).hasSizeGreaterThan(4);
    }
}
