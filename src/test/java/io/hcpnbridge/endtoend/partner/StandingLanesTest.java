package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An API that takes calls and answers none keeps workers; never so many that others wait. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingLanesTest {
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";

    private RunningBridge bridge;
    private ErpDesk desk;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> surroundings.knowCustomer(CUSTOMER));
        desk = new ErpDesk(bridge);
        bridge.partner().order(CUSTOMER, draft -> draft.id("CS-1"));
    }

    @AfterEach
    void asBefore() {
        bridge.partner().faults().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void anApiThatHangsHoldsUpItsOwnLaneOnly() {
        bridge.partner().faults().always(call -> call.api() == Api.NEW_LIST, Fault.timeoutBefore());
        desk.drop(Surroundings.TENANT, "orders.list", records("L", 100, "customerId", CUSTOMER));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> held() >= 8);

        var answer = desk.ask(Surroundings.TENANT, "orders.detail", records("D", 20, "orderId", "CS-1"));

        assertThat(answer.lines().stream().filter(line -> line.record().equals("result")))
                .hasSize(20)
                .allSatisfy(line -> assertThat(line.get("status")).isEqualTo("OK"));
        assertThat(held()).as("still without an answer").isBetween(8, 16);
    }

    private int held() {
        return bridge.ledger()
                .sql("select count(*) from record where interface = 'orders.list' and state in ('CLAIMED', 'SENT')")
                .query(Integer.class)
                .single();
    }

    private static List<Map<String, String>> records(String prefix, int number, String column, String value) {
        return IntStream.range(0, number)
                .mapToObj(n -> Map.of("document", prefix + n, column, value))
                .toList();
    }
}
