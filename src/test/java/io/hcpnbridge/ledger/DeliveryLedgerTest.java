package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What delivering asks of the ledger, on a real PostgreSQL. */
class DeliveryLedgerTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Owners SHARED = new Owners(List.of(), List.of());
    private static final Holder ME = new Holder("me", Duration.ZERO);
    private static final Holder OTHER = new Holder("other", Duration.ZERO);

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(0);

    private final DeliveryLedger answers = ledger.part(DeliveryLedger.class);
    private final JdbcClient jdbc = ledger.jdbc;

    @BeforeEach
    void beside() {
        Replicas.alive(jdbc, "me");
        Replicas.alive(jdbc, "other");
    }

    @Test
    void anOwedAnswerIsHandedToOneReplicaOnly() {
        answeredBatches(3);

        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 2, ME, LEASE))
                .hasSize(2);
        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 9, ME, LEASE))
                .hasSize(1);
        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 9, ME, LEASE))
                .isEmpty();
    }

    @Test
    void anAnswerThatWasNotDeliveredIsHandedOutAgain() {
        answeredBatches(2);
        var taken = answers.takeDeliverable(Arrival.FILE, SHARED, 0, 2, ME, LEASE);
        answers.release(taken.get(0).arrival());
        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 9, ME, LEASE))
                .containsExactly(taken.get(0));

        jdbc.sql("update arrival set delivering_until = now() - interval '1 second'")
                .update();
        answers.markDelivered(taken.get(0).arrival());
        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 9, ME, LEASE))
                .containsExactly(taken.get(1));
    }

    @Test
    void whatAReplicaThatDiedWasDeliveringIsHandedToAnotherAtOnce() {
        answeredBatches(2);
        var taken = answers.takeDeliverable(Arrival.FILE, SHARED, 0, 2, ME, LEASE);
        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 9, OTHER, LEASE))
                .isEmpty();

        Replicas.silence(jdbc, "me");

        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 9, ME, LEASE))
                .as("who is not heard of takes nothing from others")
                .isEmpty();
        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 9, OTHER, LEASE))
                .isEqualTo(taken);
    }

    @Test
    void theEventsOfAReplicaThatDiedAreSentByAnotherAtOnce() {
        var events = new EventLedger(jdbc);
        oneEvent();
        jdbc.sql(
                        "insert into event_lane (tenant, interface, sending_until) values ('acme', 'orders.list', '-infinity')")
                .update();
        assertThat(events.takeLanes(ME, LEASE)).hasSize(1);
        assertThat(events.takeLanes(OTHER, LEASE)).isEmpty();

        Replicas.silence(jdbc, "me");

        assertThat(events.takeLanes(OTHER, LEASE)).hasSize(1);
    }

    @Test
    void foldersAndFilesOfAReplicaThatDiedAreAnothersAtOnce() {
        var turns = new PollTurnLedger(jdbc);
        var files = new FileClaimLedger(jdbc);
        assertThat(turns.take(List.of("f"), ME, LEASE)).containsExactly("f");
        files.note(List.of(new FileClaim("id", null, "orders.list", "a.txt", null, 1, 1, null)), "me", LEASE);
        assertThat(turns.take(List.of("f"), OTHER, LEASE)).isEmpty();
        assertThat(files.takeOver(null, "orders.list", List.of("id"), List.of(), OTHER, LEASE))
                .isEmpty();

        Replicas.silence(jdbc, "me");

        assertThat(turns.take(List.of("f"), OTHER, LEASE)).containsExactly("f");
        assertThat(files.takeOver(null, "orders.list", List.of("id"), List.of(), OTHER, LEASE))
                .hasSize(1);
    }

    @Test
    void aLeaseFromAClockThatWasYearsAheadHoldsNoAnswerBack() {
        answeredBatches(1);
        var taken = answers.takeDeliverable(Arrival.FILE, SHARED, 0, 2, ME, LEASE);
        jdbc.sql("update arrival set delivering_until = now() + interval '10 years'")
                .update();

        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 9, ME, LEASE))
                .isEqualTo(taken);
        assertThat(answers.takeDeliverable(Arrival.FILE, SHARED, 0, 9, ME, LEASE))
                .isEmpty();
    }

    @Test
    void aLeaseFromAClockThatWasYearsAheadHoldsNoEventsBack() {
        var events = new EventLedger(jdbc);
        oneEvent();
        jdbc.sql("insert into event_lane (tenant, interface, sending_until)"
                        + " values ('acme', 'orders.list', now() + interval '10 years')")
                .update();

        assertThat(events.takeLanes(ME, LEASE)).containsExactly(new Lane("acme", "orders.list"));
        assertThat(events.takeLanes(ME, LEASE)).isEmpty();
    }

    @Test
    void aFolderOfATenantsOwnIsAnotherThanTheOneThatTenantsShare() {
        var files = new FileClaimLedger(jdbc);
        files.note(List.of(new FileClaim("id", "acme", "orders.list", "a.txt", null, 1, 1, null)), "me", LEASE);
        Replicas.silence(jdbc, "me");

        assertThat(files.takeOver(null, "orders.list", List.of("id"), List.of(), OTHER, LEASE))
                .isEmpty();
        assertThat(files.takeOver("beta", "orders.list", List.of("id"), List.of(), OTHER, LEASE))
                .isEmpty();
        assertThat(files.takeOver("acme", "orders.list", List.of("id"), List.of(), OTHER, LEASE))
                .extracting(FileClaim::owner)
                .containsExactly("acme");
    }

    @Test
    void whatCameByATenantsOwnFolderGoesBackThere() {
        answeredBatches(1);
        jdbc.sql("update arrival set owner = 'acme'").update();

        assertThat(owners(new Owners(List.of("acme"), List.of()))).containsExactly("acme");
    }

    @Test
    void whatIsTakenInForATenantThatSharesNoMoreGoesToItsOwnFolder() {
        answeredBatches(1);

        assertThat(owners(new Owners(List.of("acme"), List.of("acme")))).containsExactly("acme");
    }

    @Test
    void whatCameByASharedFolderGoesBackThereAsLongAsTheTenantSharesIt() {
        answeredBatches(1);

        assertThat(owners(new Owners(List.of("acme"), List.of()))).containsOnlyNulls();
    }

    @Test
    void aRefusalGoesWhereTheFileCameFromWhateverTenantItNames() {
        answeredBatches(1);
        jdbc.sql("update batch set verdict = 'REFUSED', header = '{\"tenant\": \"acme\"}', tenant = null")
                .update();

        assertThat(owners(new Owners(List.of("acme"), List.of("acme")))).containsOnlyNulls();
    }

    @Test
    void whatIsOwedToAPlaceThatIsGoneGoesNowhereElse() {
        answeredBatches(2);
        jdbc.sql("update arrival set owner = 'acme' where file_name = 'f1'").update();
        jdbc.sql("update batch set tenant = 'beta' where id = 2").update();
        var gone = new Owners(List.of(), List.of("beta"));

        assertThat(owners(gone)).isEmpty();
        assertThat(answers.withoutPlace(Arrival.FILE, gone)).containsExactly("acme", "beta");
        assertThat(answers.withoutPlace(Arrival.QUEUE, gone)).isEmpty();
        jdbc.sql("update arrival set delivered_at = now()").update();
        assertThat(answers.withoutPlace(Arrival.FILE, gone)).isEmpty();
    }

    private List<String> owners(Owners owners) {
        return answers.takeDeliverable(Arrival.FILE, owners, 0, 9, ME, LEASE).stream()
                .map(delivery -> delivery.to().owner())
                .toList();
    }

    private void oneEvent() {
        jdbc.sql("insert into event (tenant, interface, document, row_key, change, kind, content)"
                        + " values ('acme', 'orders.list', 'D1', 'k', 'NEW', 'order', '{}')")
                .update();
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
