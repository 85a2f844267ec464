package io.hcpnbridge.endtoend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A schedule asks the partner instead of the ERP: each period once, in order, whatever happens to the schedule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("slow")
@Tag("pulls")
class ScheduledPullsTest {
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1")
                .created(Instant.now().minus(Duration.ofHours(48))));
        PulledOrders.prepare(surroundings, "day", PulledOrders.day(4).toString());
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    @Order(1)
    void missedPeriodsAreCaughtUpInOrderAndAnsweredAsFiles() {
        for (int ago = 4; ago >= 1; ago--) {
            var answer = PulledOrders.answer(bridge, PulledOrders.day(ago));

            assertThat(answer.get(0).fields())
                    .containsEntry("batchNumber", "quotas-" + PulledOrders.day(ago))
                    .containsEntry("tenant", "acme");
            assertThat(answer.get(1).fields()).containsEntry("status", "OK");
        }
        assertThat(bridge.ledger()
                        .sql("select string_agg(period, ' ' order by batch_id) from pull_period")
                        .query(String.class)
                        .single())
                .isEqualTo("%s %s %s %s"
                        .formatted(PulledOrders.day(4), PulledOrders.day(3), PulledOrders.day(2), PulledOrders.day(1)));
    }

    @Test
    @Order(2)
    void anOrderIsInThePeriodItWasPlacedIn() {
        var answers = bridge.erp().list("outbound/orders.list").stream().toList();

        assertThat(answers).hasSize(4);
        assertThat(bridge.ledger()
                        .sql(
                                "select document from record join result_row on record_id = record.id where kind = 'order'")
                        .query(String.class)
                        .list())
                .containsExactly("quotas-" + PulledOrders.day(2));
    }

    @Test
    @Order(3)
    void restartsAndFiringsAndAnotherCronPullNothingTwice() {
        var calls = bridge.partner().journal().total();
        bridge.surroundings().set("pulls.quotas.cron", "0/1 * * * * ?");
        bridge.restart();
        awaitFirings();

        assertThat(bridge.partner().journal().total()).isEqualTo(calls);
        assertThat(bridge.ledger()
                        .sql("select count(*) from batch")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    @Order(4)
    void anEarlierBeginningRefillsWhatIsMissing() {
        bridge.surroundings().set("pulls.quotas.since", PulledOrders.day(6).toString());
        bridge.restart();

        assertThat(PulledOrders.answer(bridge, PulledOrders.day(6))).isNotEmpty();
        assertThat(PulledOrders.answer(bridge, PulledOrders.day(5))).isNotEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(PulledOrders.periods(bridge.ledger()))
                .hasSize(6)
                .allSatisfy(period -> assertThat(period).endsWith(" DONE")));
    }

    @Test
    @Order(5)
    void aDisabledPullRestsAndGoesOnAfterwards() {
        bridge.surroundings()
                .set("pulls.quotas.enabled", "false")
                .set("pulls.quotas.since", PulledOrders.day(8).toString());
        bridge.restart();
        awaitFirings();
        assertThat(PulledOrders.periods(bridge.ledger())).hasSize(6);

        bridge.surroundings().set("pulls.quotas.enabled", "true");
        bridge.restart();
        assertThat(PulledOrders.answer(bridge, PulledOrders.day(7))).isNotEmpty();
        assertThat(PulledOrders.periods(bridge.ledger())).hasSize(8);
    }

    @Test
    @Order(6)
    void recordsThatBreakARuleAreRefusedAndPulledOnceTheMappingIsMended() {
        PulledOrders.write(bridge.surroundings(), "[{\"document\": .pull + \"-\" + .period.name, \"status\": 77}]");
        bridge.surroundings().set("pulls.quotas.since", PulledOrders.day(9).toString());
        bridge.restart();

        var file = PulledOrders.file(PulledOrders.day(9));
        var refusal = new String(bridge.awaitAnswer("orders.list", file), java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(refusal).startsWith("X").contains("status").contains("77");
        assertThat(PulledOrders.periods(bridge.ledger())).contains(PulledOrders.day(9) + " REFUSED");

        PulledOrders.write(bridge.surroundings(), PulledOrders.MAPPING);
        bridge.restart();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        PulledOrders.periods(bridge.ledger()))
                .contains(PulledOrders.day(9) + " DONE")
                .hasSize(9));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        PulledOrders.answer(bridge, PulledOrders.day(9)).get(0).record())
                .isEqualTo("header"));
    }

    @Test
    @Order(7)
    void aPeriodThatThePartnerCouldNotBeAskedForIsPulledAgain() {
        bridge.partner().faults().next(call -> true, 3, Fault.status(500, "{}"));
        bridge.surroundings()
                .set("pulls.quotas.retry-after", "1s")
                .set("pulls.quotas.tries", "2")
                .set("pulls.quotas.since", PulledOrders.day(10).toString());
        bridge.restart();

        var failed = PulledOrders.answer(bridge, PulledOrders.day(10));
        assertThat(failed.get(1).fields())
                .containsEntry("status", "FAILED")
                .containsEntry("document", "quotas-" + PulledOrders.day(10));
        var again = PulledOrders.answer(bridge, PulledOrders.day(10) + "-2");
        assertThat(again.get(1).fields())
                .containsEntry("status", "OK")
                .containsEntry("document", "quotas-" + PulledOrders.day(10) + "-2");
        Awaitility.await().untilAsserted(() -> assertThat(PulledOrders.periods(bridge.ledger()))
                .contains(PulledOrders.day(10) + " DONE"));
    }

    @Test
    @Order(8)
    void aPeriodThatFailsInAllTriesIsVisible() {
        bridge.partner().faults().always(call -> true, Fault.status(500, "{}"));
        bridge.surroundings().set("pulls.quotas.since", PulledOrders.day(11).toString());
        bridge.restart();

        assertThat(PulledOrders.answer(bridge, PulledOrders.day(11) + "-2")).isNotEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(PulledOrders.periods(bridge.ledger()))
                .contains(PulledOrders.day(11) + " FAILED"));
        bridge.partner().faults().clear();
    }

    /** Waits until Quartz has fired the pull a few times more. */
    private void awaitFirings() {
        var before = firings();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> firings() >= before + 3);
    }

    private long firings() {
        return RouteTurns.of(bridge.bridge(), "pull-quotas");
    }
}
