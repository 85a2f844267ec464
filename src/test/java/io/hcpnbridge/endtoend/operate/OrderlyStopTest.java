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
    /** A claim waits until the session that has run this lets it go. */
    private static final String CLAIMS_WAIT =
            """
            create function wait_for_test() returns trigger language plpgsql as
                $$begin perform pg_advisory_xact_lock_shared(7); return new; end$$;
            create trigger wait_for_test before update on record for each row when (new.state = 'CLAIMED')
                execute function wait_for_test();
            select pg_advisory_lock(7)
            """;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @Test
    void itIsNotReadyAnyLongerButAliveUntilItsLastRecordIsSettled() throws Exception {
        try (var bridge = start()) {
            var management = Management.of(bridge.bridge());
            await().until(() -> management.readiness().startsWith("200 "));
            drop(bridge, "LAST1");
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

            var stop = CompletableFuture.runAsync(bridge.bridge()::close);
            await().until(() -> management.readiness().equals("503 {\"status\":\"OUT_OF_SERVICE\"}"));
            assertThat(management.liveness()).isEqualTo("200 {\"status\":\"UP\"}");
            assertThat(stop).isNotDone();

            mayAnswer.countDown();
            stop.get(60, TimeUnit.SECONDS);
            assertThat(state(bridge, "LAST1")).isEqualTo("OK");
            assertThatThrownBy(management::liveness).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsClaimedInTheMomentOfTheStopDoesNotWaitForItsEnd() throws Exception {
        try (var bridge = start();
                var session = bridge.surroundings().database().dataSource().getConnection();
                var statement = session.createStatement()) {
            var management = Management.of(bridge.bridge());
            drop(bridge, "LAST1");
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            statement.execute(CLAIMS_WAIT);
            drop(bridge, "CLAIMED1");
            await().until(() -> aClaimWaits(bridge));

            var stop = CompletableFuture.runAsync(bridge.bridge()::close);
            await().until(() -> management.readiness().startsWith("503 "));
            statement.execute("select pg_advisory_unlock(7)");

            await().until(() -> state(bridge, "CLAIMED1").equals("DUE") && !aClaimWaits(bridge));
            assertThat(stop).isNotDone();
            mayAnswer.countDown();
            stop.get(60, TimeUnit.SECONDS);
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

    /** Its first call is not answered before the test lets it be. */
    private RunningBridge start() {
        return RunningBridge.start(surroundings -> {
            surroundings.partner().customer("c1");
            surroundings.partner().order("c1", order -> order.id("CS1"));
            surroundings.partner().faults().next(call -> true, 1, held());
        });
    }

    private static void drop(RunningBridge bridge, String document) {
        var batch =
                ErpFormat.of("orders.detail").batch(document, List.of(Map.of("document", document, "orderId", "CS1")));
        bridge.erp().drop("orders.detail", document + ".txt", batch);
    }

    private static String state(RunningBridge bridge, String document) {
        return bridge.ledger()
                .sql("select state from record where document = ?")
                .param(document)
                .query(String.class)
                .single();
    }

    private static boolean aClaimWaits(RunningBridge bridge) {
        return bridge.ledger()
                .sql("select exists (select 1 from pg_locks where locktype = 'advisory' and objid = 7 and not granted)")
                .query(Boolean.class)
                .single();
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
