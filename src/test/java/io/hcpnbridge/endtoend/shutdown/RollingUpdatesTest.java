package io.hcpnbridge.endtoend.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rolling updates under load, twenty with {@code -Drolling.updates=20}: the next process runs before the one before gets its SIGTERM, every fourth time only after.
 * Nothing is lost, nothing is bought twice, and nothing stays in doubt but what the partner has left unknown and not carried out.
 */
@Tag("slow")
@Tag("replicas")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollingUpdatesTest {
    private static final int UPDATES = Integer.getInteger("rolling.updates", 4);
    private static final int DRAIN_SECONDS = 40;
    /** What the orchestrator grants: {@code camel.main.shutdown-timeout} and 15 seconds. */
    private static final Duration GRACE = Duration.ofSeconds(DRAIN_SECONDS + 15);
    /** The longest call takes eleven seconds, all else is quick: less than the drain time even where several processes share a processor. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Surroundings surroundings = Surroundings.start()
            .withQueues()
            .set("partner.connect-timeout", "1s")
            .set("partner.response-timeout", "10s")
            .set("partner.quotas.renew-resources-new", "100")
            .set("partner.quotas.show-order-new", "100")
            .set("work.lease", "30s")
            .set("work.sweep-cron", "0/1 * * * * ?")
            .set("work.tries", "20")
            .set("doubts.poll-interval", "500")
            .set("doubts.first-pause", "1s")
            .set("doubts.longest-pause", "2s")
            .set("camel.main.shutdown-timeout", String.valueOf(DRAIN_SECONDS));
    private final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());
    private final Load load = new Load(surroundings);
    private final Weather weather = new Weather(surroundings.partner());

    private final List<BridgeProcess> processes = new ArrayList<>();

    @AfterAll
    void close() {
        processes.forEach(BridgeProcess::close);
        load.close();
        surroundings.close();
    }

    @Test
    void nothingIsLostBoughtTwiceOrInDoubtWithoutReason() {
        var running = start();
        for (int update = 1; update <= UPDATES; update++) {
            load.handIn("a" + update, 6);
            var overlaps = update % 4 != 0;
            var next = overlaps ? start() : null;
            load.handIn("b" + update, 6);
            letPass(update * 137 % 2_000);
            stop(running);
            running = overlaps ? next : start();
        }
        awaitAnswers();
        stop(running);

        assertThat(load.leftInbound()).isEmpty();
        assertThat(load.answers())
                .allSatisfy((file, times) -> assertThat(times).as(file).isOne());
        var unknown = weather.leftUnknown();
        assertThat(load.replies()).allSatisfy((message, editions) -> assertThat(editions)
                .as(message + " " + load.document(message))
                .isIn(
                        unknown.contains(load.document(message))
                                ? Set.of(List.of("interim"), List.of("interim", "final"), List.of("final"))
                                : Set.of(List.of("final"))));
        assertThat(documents("OK")).isNotEmpty().allSatisfy(document -> assertThat(placed(document))
                .as(document)
                .isOne());
        assertThat(documents("IN_DOUBT")).isSubsetOf(unknown).allSatisfy(document -> assertThat(placed(document))
                .as(document)
                .isZero());
        assertThat(ledger.sql("select distinct state from record where interface <> 'orders.renew'")
                        .query(String.class)
                        .list())
                .containsExactly("OK");
    }

    private BridgeProcess start() {
        var process = BridgeProcess.start(surroundings, "-Xmx400m");
        processes.add(process);
        return process;
    }

    private void stop(BridgeProcess process) {
        Stop.of(process, GRACE).isOrderly(USUAL, line -> line.contains(" is IN_DOUBT: "));
    }

    /** Time goes by while the adapter works. */
    private static void letPass(int milliseconds) {
        var end = System.nanoTime() + Duration.ofMillis(milliseconds).toNanos();
        Awaitility.await().pollInterval(Duration.ofMillis(10)).until(() -> System.nanoTime() >= end);
    }

    private void awaitAnswers() {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(load.unanswered())
                .isEmpty());
        Awaitility.await().atMost(PATIENCE).until(() -> load.unreplied() == 0);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(inDoubt())
                .noneMatch(document -> placed(document) > 0));
        Awaitility.await().atMost(PATIENCE).until(() -> owed() == 0);
        load.unreplied();
    }

    /** The renewals of which is still to be found out, or decided, whether they were placed. */
    private Set<String> inDoubt() {
        var open = documents("IN_DOUBT");
        open.addAll(documents("ASKING"));
        return open;
    }

    /** Answers that have not reached the ERP. */
    private long owed() {
        return ledger.sql(
                        "select count(*) from arrival join batch on batch.id = batch_id where delivered_at is null and batch.edition >= arrival.edition")
                .query(Long.class)
                .single();
    }

    /** The renewals in that state. */
    private Set<String> documents(String state) {
        return new TreeSet<>(ledger.sql("select document from record where interface = 'orders.renew' and state = ?")
                .param(state)
                .query(String.class)
                .list());
    }

    private int placed(String document) {
        return surroundings.partner().journal().placedRenewals(document);
    }
}
