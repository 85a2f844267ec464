package io.hcpnbridge.endtoend.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** A stop that is asked for lets the work under way finish, and says meanwhile that it is leaving. */
class OrderlyStopTest {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @Test
    void itIsNotReadyAnyLongerButAliveUntilItsLastRecordIsSettled() throws Exception {
        try (var bridge = RunningBridge.start(surroundings -> {
            surroundings.partner().customer("c1");
            surroundings.partner().order("c1", order -> order.id("CS1"));
            surroundings.partner().faults().next(call -> true, 1, held());
        })) {
            var management = Management.of(bridge.bridge());
            await().until(() -> management.readiness().startsWith("200 "));
            var batch =
                    ErpFormat.of("orders.detail").batch("LAST", List.of(Map.of("document", "LAST1", "orderId", "CS1")));
            bridge.erp().drop("orders.detail", "last.txt", batch);
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

            var stop = CompletableFuture.runAsync(bridge.bridge()::close);
            await().until(() -> management.readiness().equals("503 {\"status\":\"OUT_OF_SERVICE\"}"));
            assertThat(management.liveness()).isEqualTo("200 {\"status\":\"UP\"}");
            assertThat(stop).isNotDone();

            mayAnswer.countDown();
            stop.get(60, TimeUnit.SECONDS);
            assertThat(bridge.ledger()
                            .sql("select state from record where document = 'LAST1'")
                            .query(String.class)
                            .single())
                    .isEqualTo("OK");
            assertThatThrownBy(management::liveness).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aServerThatHangsDoesNotKeepIt() throws Exception {
        try (var bridge = RunningBridge.start(surroundings -> surroundings
                .set("erp.sftp.silence", "5s")
                .set("partner.connect-timeout", "500ms")
                .set("partner.response-timeout", "1s")
                .set("camel.main.shutdown-timeout", "2"))) {
            var management = Management.of(bridge.bridge());
            await().until(() -> management.readiness().startsWith("200 "));
            bridge.surroundings().sftp().hanging().hang();
            await().until(() -> management.readiness().startsWith("503 "));

            CompletableFuture.runAsync(bridge.bridge()::close).get(30, TimeUnit.SECONDS);

            assertThatThrownBy(management::liveness).isInstanceOf(IOException.class);
            bridge.surroundings().sftp().hanging().goOn();
        }
    }

    /** The genuine answer, when the test lets it go. */
    private Fault held() {
        return new Fault("held", true, false, genuine -> connection -> {
            asked.countDown();
            while (mayAnswer.getCount() > 0) {
                if (!connection.pause(Duration.ofMillis(50))) {
                    return false;
                }
            }
            return genuine.sendOver(connection);
        });
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
