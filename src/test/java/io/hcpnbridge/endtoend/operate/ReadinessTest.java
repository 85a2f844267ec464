package io.hcpnbridge.endtoend.operate;

import static io.hcpnbridge.endtoend.operate.Management.MONITOR_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever cannot work as configured is not ready, but alive: a restart would mend nothing. */
@Tag("slow")
@Tag("outages")
class ReadinessTest {
    private static final String UP = "200 {\"status\":\"UP\"}";

    @Test
    void aLostServerIsToldAndTheProcessLives() throws Exception {
        try (var bridge = RunningBridge.start(surroundings ->
                surroundings.withQueues().set("erp.sftp.silence", "10s").set("monitor.password", MONITOR_PASSWORD))) {
            var management = Management.of(bridge.bridge());
            await().until(() -> management.readiness().equals(UP));
            assertThat(management.liveness()).isEqualTo(UP);

            bridge.surroundings().sftp().goAway();
            await().until(() -> management.readiness().equals("503 {\"status\":\"DOWN\"}"));
            assertThat(management.liveness()).isEqualTo(UP);
            assertThat(management.watch("/actuator/health").body())
                    .contains("last looked into")
                    .doesNotContain("Exception")
                    .doesNotContain("sftp://")
                    .doesNotContain("\tat ");

            bridge.surroundings().sftp().comeBack();
            await().until(() -> management.readiness().equals(UP));
            bridge.surroundings().broker().stop();
            await().until(() -> management.readiness().equals("503 {\"status\":\"DOWN\"}"));
            assertThat(management.liveness()).isEqualTo(UP);
        }
    }

    @Test
    void wrongSettingsForTheServerAreNeverReady() throws Exception {
        try (var bridge = RunningBridge.start(surroundings -> surroundings.set("erp.sftp.password", "wrong"))) {
            var management = Management.of(bridge.bridge());
            await().during(Duration.ofSeconds(4))
                    .until(() -> management.readiness().equals("503 {\"status\":\"OUT_OF_SERVICE\"}"));
            assertThat(management.liveness()).isEqualTo(UP);
        }
    }

    @Test
    void withoutItsBrokerItIsNotReady() throws Exception {
        try (var bridge = RunningBridge.start(surroundings -> {
            surroundings.withQueues().set("spring.artemis.password", "wrong");
        })) {
            var management = Management.of(bridge.bridge());
            await().during(Duration.ofSeconds(4))
                    .until(() -> management.readiness().startsWith("503 "));
            assertThat(management.liveness()).isEqualTo(UP);
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }
}
