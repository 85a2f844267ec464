package io.hcpnbridge.endtoend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A replica fires its schedules from its own memory: no row of a dead one, or of the version before, can stop them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScheduleInMemoryTest {
    private static final String SWEEP = "sweep-expired-claims";

    private final RunningBridge bridge = RunningBridge.start(surroundings ->
            surroundings.set("work.sweep-cron", "* * * * * ?").set("work.catch-up-cron", "* * * * * ?"));

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    @Order(1)
    void aRowThatAnotherReplicaLeftBehindStopsNoSchedule() {
        awaitTurn(SWEEP);
        bridge.ledger()
                .sql("update quartz_triggers set trigger_state = 'ACQUIRED', next_fire_time = 0")
                .update();

        awaitTurn(SWEEP);
        awaitTurn("catch-up-pulls");
        bridge.restart();
        awaitTurn(SWEEP);
    }

    @Test
    @Order(2)
    void nothingOfASchedulesTurnIsKeptInTheLedger() {
        assertThat(bridge.ledger()
                        .sql("select count(*) from quartz_triggers")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(bridge.ledger()
                        .sql("select count(*) from quartz_scheduler_state")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(3)
    void aHeldRouteDoesNotFireAndGoesOnAfterwards() throws Exception {
        var routes = bridge.bridge().bean(CamelContext.class).getRouteController();
        routes.stopRoute(SWEEP);
        routes.startRoute(SWEEP);

        awaitTurn(SWEEP);
    }

    /** Waits until the route has come to an end twice more. */
    private void awaitTurn(String route) {
        var before = turns(route);
        Awaitility.await(route).atMost(Duration.ofSeconds(30)).until(() -> turns(route) >= before + 2);
    }

    private long turns(String route) {
        return RouteTurns.of(bridge.bridge(), route);
    }
}
