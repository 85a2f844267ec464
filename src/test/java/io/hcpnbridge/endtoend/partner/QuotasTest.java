package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The partner's quotas: kept, and when they are tighter than documented, borne. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotasTest {
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";

    private RunningBridge bridge;
    private ErpDesk desk;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> surroundings.knowCustomer(CUSTOMER));
        desk = new ErpDesk(bridge);
        bridge.partner().order(CUSTOMER, draft -> draft.id("CS-1"));
        // The first calls of a process are slow, and would arrive together with those that left after them.
        desk.ask(
                Surroundings.TENANT,
                "orders.list",
                IntStream.range(0, 20)
                        .mapToObj(n -> Map.of("document", "W" + n, "customerId", CUSTOMER))
                        .toList());
        bridge.partner().journal().clear();
    }

    @AfterEach
    void asBefore() {
        bridge.partner().quotas().off();
        bridge.partner().journal().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void theDocumentedQuotasAreNeverExceeded() {
        bridge.partner().quotas().documented();
        var lists = desk.drop(
                Surroundings.TENANT,
                "orders.list",
                IntStream.range(0, 60)
                        .mapToObj(n -> Map.of("document", "L" + n, "customerId", CUSTOMER))
                        .toList());
        var details = desk.drop(
                Surroundings.TENANT,
                "orders.detail",
                IntStream.range(0, 30)
                        .mapToObj(n -> Map.of("document", "D" + n, "orderId", "CS-1"))
                        .toList());

        assertThat(statuses(desk.await(lists))).hasSize(60).containsOnly("OK");
        assertThat(statuses(desk.await(details))).hasSize(30).containsOnly("OK");
        assertThat(bridge.partner().journal().outcomes()).isEqualTo(Map.of("200", 90));
    }

    @Test
    void aTighterQuotaSlowsTheLaneDownAndEverythingIsAnswered() {
        bridge.partner().quotas().set(Api.NEW_LIST, 4);

        var answer = desk.ask(
                Surroundings.TENANT,
                "orders.list",
                IntStream.range(0, 24)
                        .mapToObj(n -> Map.of("document", "T" + n, "customerId", CUSTOMER))
                        .toList());

        assertThat(statuses(answer)).hasSize(24).containsOnly("OK");
        var outcomes = bridge.partner().journal().outcomes();
        assertThat(outcomes).containsEntry("200", 24);
        assertThat(outcomes.get("429 APIGW.0308")).isPositive().isLessThan(100);
    }

    private static List<String> statuses(Answer answer) {
        return answer.lines().stream()
                .filter(line -> line.record().equals("result"))
                .map(line -> line.get("status"))
                .toList();
    }
}
