package io.hcpnbridge.endtoend.delta;

import static io.hcpnbridge.endtoend.delta.ComparedOrders.CUSTOMER;
import static io.hcpnbridge.endtoend.delta.ComparedOrders.changes;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What changed since the last answer: new, changed, gone, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangesTest {
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        ComparedOrders.prepare(surroundings);
        surroundings.set("work.tries", "1");
        surroundings
                .partner()
                .orders(
                        CUSTOMER,
                        1_200,
                        Instant.parse("2024-01-01T00:00:00Z"),
                        Duration.ofMinutes(1),
                        (number, order) -> order.id("CS" + number));
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    @Order(1)
    void theFirstTimeEverythingIsNew() {
        assertThat(changes(bridge, "D1")).hasSize(1_200).allMatch(order -> order.endsWith(" NEW"));
    }

    @Test
    @Order(2)
    void whatIsUnchangedIsLeftOut() {
        assertThat(changes(bridge, "D2")).isEmpty();
    }

    @Test
    @Order(3)
    void whatIsNewChangedOrGoneIsToldAndWhatTheMappingLeavesOutIsNot() {
        var state = bridge.partner().state();
        state.change("CS7", order -> order.status(9));
        state.change("CS8", order -> order.status(4));
        state.removeOrder("CS9");
        bridge.partner().order(CUSTOMER, order -> order.id("CS-LATE"));

        assertThat(changes(bridge, "D3")).containsExactlyInAnyOrder("CS7 CHANGED", "CS9 GONE", "CS-LATE NEW");
        assertThat(changes(bridge, "D4")).isEmpty();
    }

    @Test
    @Order(4)
    void aDocumentThatDoesNotAskForChangesGetsEverythingAndDisturbsNothing() {
        ComparedOrders.drop(bridge, "ALL", "", Map.of());

        assertThat(ComparedOrders.await(bridge, "ALL"))
                .filteredOn(line -> line.record().equals("order"))
                .hasSize(1_200);
        assertThat(changes(bridge, "D5")).isEmpty();
    }

    @Test
    @Order(5)
    void aListThatCouldNotBeReadToItsEndTellsOfNoChange() {
        bridge.partner().faults().after(2, call -> true, 1, Fault.status(500, "{}"));
        bridge.partner().state().removeOrder("CS11");

        ComparedOrders.drop(bridge, "D6", "CHANGES", Map.of());
        var broken = ComparedOrders.await(bridge, "D6");

        assertThat(ComparedOrders.status(broken)).isEqualTo("FAILED");
        assertThat(ComparedOrders.orders(broken)).isEmpty();
        assertThat(changes(bridge, "D7")).containsExactly("CS11 GONE");
    }

    @Test
    @Order(6)
    void aListThatAnotherRecordFinishedMeanwhileIsReadAgain() {
        bridge.partner().faults().next(Api.NEW_LIST, 1, Fault.delay(Duration.ofSeconds(8)));
        ComparedOrders.drop(bridge, "SLOW", "CHANGES", Map.of());
        Awaitility.await().until(() -> bridge.partner().faults().isEmpty());
        bridge.partner().state().removeOrder("CS12");

        assertThat(changes(bridge, "QUICK")).containsExactly("CS12 GONE");
        bridge.partner().state().removeOrder("CS13");

        assertThat(ComparedOrders.orders(ComparedOrders.await(bridge, "SLOW"))).containsExactly("CS13 GONE");
        assertThat(bridge.ledger()
                        .sql("select document || ' ' || restarts from record where restarts > 0")
                        .query(String.class)
                        .list())
                .containsExactly("SLOW 1");
    }
}
