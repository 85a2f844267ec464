package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator has paused is taken in and waits, over a restart; everything else goes on, and so does the paused afterwards. */
@Tag("slow")
@Tag("outages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class PausedWorkTest {
    private static final int PAGES = 40;
    private static final int ORDERS = PAGES * 100;

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.withQueues();
        surroundings.set("watch.interval", "300");
        surroundings.tenant("other", StandInPartnerApi.PARTNER);
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().customer("c2");
        surroundings
                .partner()
                .orders(
                        "c2",
                        ORDERS,
                        Instant.parse("2024-01-01T00:00:00Z"),
                        Duration.ofMinutes(1),
                        (n, order) -> order);
        surroundings.set("partner.tenants.acme.orders-generation", "new");
    });
    private final ErpDesk desk = new ErpDesk(bridge);

    @AfterAll
    void close() {
        bridge.close();
    }

    @AfterEach
    void nothingIsPaused() {
        bridge.partner().faults().clear();
        bridge.ledger()
                .sql("update work_pause set ended_at = now() where ended_at is null")
                .update();
    }

    @Test
    void aPausedTenantWaitsWhileAnotherWorksAndGoesOnWhenThePauseIsEnded(CapturedOutput log) {
        tell("pause_work('acme', null, 'Li Lei', 'maintenance at the partner')");
        var waiting = desk.drop("acme", "orders.detail", List.of(detail("P1")));
        var message = bridge.queue()
                .send(
                        """
                        {"interface": "orders.detail", "tenant": "acme", "batchNumber": "P2", "createdAt": "2024-05-01T00:00:00Z",
                         "records": [{"document": "P2", "orderId": "CS1"}]}\
                        """);

        assertThat(desk.ask("other", "orders.detail", detail("O1")).outcome("O1"))
                .isEqualTo("OK");

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> untouched() == 2);
        assertThat(health("pauses")).isEqualTo("PAUSED");
        Awaitility.await().until(() -> health().equals("DEGRADED"));
        assertThat(health("readiness")).isEqualTo("UP");

        bridge.restart();
        assertThat(desk.ask("other", "orders.detail", detail("O2")).outcome("O2"))
                .isEqualTo("OK");
        assertThat(untouched()).as("over a restart").isEqualTo(2);

        tell("resume_work('acme', null, 'Han Mei', 'the partner is back')");

        assertThat(desk.await(waiting).outcome("P1")).isEqualTo("OK");
        assertThat(ExactJson.read(ErpQueue.text(bridge.queue().reply(message)))
                        .at("/results/0/status")
                        .asText())
                .isEqualTo("OK");
        assertThat(health("pauses")).isEqualTo("UP");
        Awaitility.await().until(() -> log.getOut().contains("is paused no more"));
        assertThat(log.getOut())
                .contains("acme, every interface is paused by Li Lei since ")
                .contains(": maintenance at the partner")
                .containsOnlyOnce("acme, every interface is paused no more (Han Mei: the partner is back)");
        assertThat(log.getOut().split("acme, every interface is paused by", -1))
                .as("once by each process")
                .hasSize(3);
    }

    @Test
    void aLongListStopsAtItsNextPageAndIsReadToItsEndAfterwards() {
        bridge.partner()
                .faults()
                .always(call -> call.api().family().equals("list"), Fault.delay(Duration.ofMillis(300)));
        var dropped = desk.drop("acme", "orders.list", List.of(Map.of("document", "LIST", "customerId", "c2")));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> steps("LIST") >= 3);

        tell("pause_work('acme', 'orders.list', 'Li Lei', 'too much at once')");

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> state("LIST")
                .equals("DUE"));
        var steps = steps("LIST");
        assertThat(steps).isLessThan(PAGES);
        assertThat(desk.ask("acme", "orders.detail", detail("BESIDE")).outcome("BESIDE"))
                .isEqualTo("OK");
        assertThat(steps("LIST")).as("nothing is called").isEqualTo(steps);
        bridge.partner().faults().clear();

        tell("resume_work('acme', 'orders.list', 'Li Lei', 'enough')");

        var answer = desk.await(dropped);
        assertThat(answer.outcome("LIST")).isEqualTo("OK");
        assertThat(answer.column("order", "LIST", "orderId")).hasSize(ORDERS).doesNotHaveDuplicates();
    }

    @Test
    void aPauseOfWhatIsNotThereIsTold(CapturedOutput log) {
        tell("pause_work('acmee', null, 'Li Lei', 'maintenance')");

        Awaitility.await().until(() -> log.getOut().contains("nothing here bears that name"));
    }

    private static Map<String, String> detail(String document) {
        return Map.of("document", document, "orderId", "CS1");
    }

    private void tell(String call) {
        bridge.ledger().sql("select " + call).query().singleValue();
    }

    /** Records of the paused tenant that were taken in and that nobody has claimed. */
    private int untouched() {
        return bridge.ledger()
                .sql("select count(*) from record where document in ('P1', 'P2') and state = 'DUE' and claim = 0")
                .query(Integer.class)
                .single();
    }

    private int steps(String document) {
        return bridge.ledger()
                .sql("select coalesce(max(steps), 0) from record where document = ?")
                .param(document)
                .query(Integer.class)
                .single();
    }

    private String state(String document) {
        return bridge.ledger()
                .sql("select state from record where document = ?")
                .param(document)
                .query(String.class)
                .single();
    }

    private String health(String... path) {
        return bridge.bridge()
                .bean(HealthEndpoint.class)
                .healthForPath(path)
                .getStatus()
                .getCode();
    }
}
