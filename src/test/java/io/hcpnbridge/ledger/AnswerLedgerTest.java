package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What composing and delivering ask of the ledger, on a real PostgreSQL. */
class AnswerLedgerTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private AnswerLedger answers;
    private JdbcClient jdbc;

    @BeforeEach
    void openLedger() {
        var database = LedgerDatabase.create();
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, database::dataSource);
        context.register(LedgerTest.LedgerConfiguration.class);
        context.refresh();
        answers = context.getBean(AnswerLedger.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    @Test
    void anOwedAnswerIsHandedToOneReplicaOnly() {
        answeredBatches(3);

        assertThat(answers.takeDeliverable(Arrival.FILE, 0, 2, LEASE)).hasSize(2);
        assertThat(answers.takeDeliverable(Arrival.FILE, 0, 9, LEASE)).hasSize(1);
        assertThat(answers.takeDeliverable(Arrival.FILE, 0, 9, LEASE)).isEmpty();
    }

    @Test
    void anAnswerThatWasNotDeliveredIsHandedOutAgain() {
        answeredBatches(2);
        var taken = answers.takeDeliverable(Arrival.FILE, 0, 2, LEASE);
        answers.release(taken.get(0).arrival());
        assertThat(answers.takeDeliverable(Arrival.FILE, 0, 9, LEASE)).containsExactly(taken.get(0));

        jdbc.sql("update arrival set delivering_until = now() - interval '1 second'")
                .update();
        answers.markDelivered(taken.get(0).arrival());
        assertThat(answers.takeDeliverable(Arrival.FILE, 0, 9, LEASE)).containsExactly(taken.get(1));
    }

    @Test
    void aLeaseFromAClockThatWasYearsAheadHoldsNoAnswerBack() {
        answeredBatches(1);
        var taken = answers.takeDeliverable(Arrival.FILE, 0, 2, LEASE);
        jdbc.sql("update arrival set delivering_until = now() + interval '10 years'")
                .update();

        assertThat(answers.takeDeliverable(Arrival.FILE, 0, 9, LEASE)).isEqualTo(taken);
        assertThat(answers.takeDeliverable(Arrival.FILE, 0, 9, LEASE)).isEmpty();
    }

    @Test
    void aLeaseFromAClockThatWasYearsAheadHoldsNoEventsBack() {
        var events = new EventLedger(jdbc);
        jdbc.sql("insert into event (tenant, interface, document, row_key, change, kind, content)"
                        + " values ('acme', 'orders.list', 'D1', 'k', 'NEW', 'order', '{}')")
                .update();
        jdbc.sql("insert into event_lane (tenant, interface, sending_until)"
                        + " values ('acme', 'orders.list', now() + interval '10 years')")
                .update();

        assertThat(events.takeLanes(LEASE)).containsExactly(new Lane("acme", "orders.list"));
        assertThat(events.takeLanes(LEASE)).isEmpty();
    }

    private void answeredBatches(int count) {
        jdbc.sql(
                        """
                        insert into batch (interface, tenant, content_hash, mapping_version, header, verdict, answered_at,
                            edition)
                        select 'orders.list', 'acme', 'h' || n, 'v', '{}', 'ACCEPTED', now(), 1 from generate_series(1, ?) n
                        """)
                .param(count)
                .update();
        jdbc.sql("insert into arrival (batch_id, file_name) select id, 'f' || id from batch order by id")
                .update();
    }
}
