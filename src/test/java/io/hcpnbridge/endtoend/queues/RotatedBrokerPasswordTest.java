package io.hcpnbridge.endtoend.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.erp.queue.BrokerWatch;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.MountedSecret;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** The broker's password changes: it is used when the adapter connects again, for requests and for replies. */
@Tag("slow")
@Tag("rotations")
class RotatedBrokerPasswordTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private MountedSecret password;

    @Test
    void aNewPasswordIsUsedWithTheNextConnection() throws Exception {
        try (var bridge = RunningBridge.start(surroundings -> {
            surroundings.withQueues();
            password = surroundings.mount(
                    "spring.artemis.password",
                    "erp.queue.password-file",
                    surroundings.broker().password());
            surroundings.partner().customer("c1");
            surroundings.partner().order("c1", order -> order.id("CS1"));
        })) {
            assertAnswered(bridge, "BEFORE");
            var broker = bridge.surroundings().broker();
            broker.stop();
            broker.changePassword("second password");
            broker.start();
            Awaitility.await().atMost(PATIENCE).until(() -> health(bridge).equals(Status.DOWN));

            password.update(Map.of("value", "second password\n"));

            Awaitility.await().atMost(PATIENCE).until(() -> health(bridge).equals(Status.UP));
            assertAnswered(bridge, "AFTER");
        }
    }

    private static void assertAnswered(RunningBridge bridge, String document) {
        try (var erp = ErpQueue.connect(bridge.surroundings().broker())) {
            assertThat(Requests.status(erp.reply(erp.send(Requests.detail(document, "CS1")))))
                    .isEqualTo("OK");
        }
    }

    private static Status health(RunningBridge bridge) {
        return bridge.bridge().bean(BrokerWatch.class).health().getStatus();
    }
}
