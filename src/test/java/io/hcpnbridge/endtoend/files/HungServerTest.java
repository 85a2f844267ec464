package io.hcpnbridge.endtoend.files;

import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;

/** An SFTP server whose connection stands and whose subsystem no longer answers. */
@Tag("slow")
@Tag("outages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HungServerTest {
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.set("erp.sftp.silence", "2s");
    });

    @AfterAll
    void close() {
        bridge.surroundings().sftp().hanging().goOn();
        bridge.close();
    }

    @Test
    void itsPollsAreEndedAndBegunAnewAndHealthTells() {
        await().until(() -> health().equals(Status.UP));
        bridge.surroundings().sftp().hanging().hang();
        await().until(() -> health().equals(Status.DOWN));

        bridge.surroundings().sftp().hanging().goOn();

        try (var erp = ErpClient.connect(bridge.surroundings().sftp())) {
            var format = ErpFormat.of("orders.detail");
            erp.drop(
                    "orders.detail",
                    "hung.txt",
                    format.batch("HUNG", List.of(Map.of("document", "H1", "orderId", "CS1"))));
            await().until(() -> erp.answer("orders.detail", "hung.txt"), Optional::isPresent);
        }
        await().until(() -> health().equals(Status.UP));
    }

    @Test
    void aHangThatNeverEndsKeepsNoPollForEver() {
        await().until(() -> health().equals(Status.UP));
        bridge.surroundings().sftp().hanging().hang();
        await().until(() -> health().equals(Status.DOWN));
        bridge.surroundings().sftp().hanging().forgetThoseWhoHang();

        await().until(() -> health().equals(Status.UP));
    }

    private Status health() {
        return bridge.bridge()
                .bean(HealthEndpoint.class)
                .healthForPath("erpSftp")
                .getStatus();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
