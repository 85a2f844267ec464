package io.hcpnbridge.endtoend.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.erp.queue.BrokerWatch;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;

/** Whoever has no queues needs no broker. */
class NoQueuesTest {
    @Test
    void withoutAQueueThereIsNoRouteOfTheirsAndTheAdapterIsHealthy() {
        try (var bridge = RunningBridge.start(surroundings -> {})) {
            var routes = bridge.bridge().bean(CamelContext.class).getRouteController();
            for (var route : new String[] {
                "take-in-messages", "refuse-message", "deliver-replies", "watch-queues", "deliver-events"
            }) {
                assertThat(routes.getRouteStatus(route)).as(route).isNull();
            }
            assertThat(routes.getRouteStatus("take-in-orders-list")).isEqualTo(ServiceStatus.Started);
            assertThat(bridge.bridge().bean(BrokerWatch.class).health().getStatus())
                    .isEqualTo(Status.UNKNOWN);
            // Down until every folder of the ERP has been looked into once.
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> bridge.bridge()
                    .bean(HealthEndpoint.class)
                    .health()
                    .getStatus()
                    .equals(Status.UP));
        }
    }
}
