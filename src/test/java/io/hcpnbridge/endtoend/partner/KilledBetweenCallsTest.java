package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.fault.Fault;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A kill while a policy is being set, after a renewal that is certain. */
@Tag("slow")
@Tag("kills")
class KilledBetweenCallsTest {
    private static final List<String> RESOURCES = List.of("r1", "r2", "r3", "r4");

    @Test
    void aPolicyThatWasOnItsWayAtAKillIsSetOnceMoreAndNothingIsInDoubt() throws Exception {
        try (var surroundings = Surroundings.start()) {
            surroundings.knowCustomer("c1");
            RESOURCES.forEach(id -> surroundings.partner().resource("c1", id, draft -> draft));
            surroundings
                    .set("partner.orders.generation", "new")
                    .set("work.lease", "6s")
                    .set("partner.connect-timeout", "1s")
                    .set("partner.response-timeout", "4s")
                    .set("work.sweep-cron", "0/1 * * * * ?");
            surroundings.partner().faults().next(KilledBetweenCallsTest::isThird, 1, Fault.timeoutAfter());
            try (var victim = BridgeProcess.start(surroundings, "-Xmx512m")) {
                drop(surroundings);
                await().atMost(Duration.ofSeconds(60)).until(() -> policyCalls(surroundings, "r3") == 1);
                victim.kill();
            }
            try (var successor = BridgeProcess.start(surroundings, "-Xmx512m")) {
                var answer = answer(surroundings);

                assertThat(answer.outcome("R1")).isEqualTo("OK");
                assertThat(successor.isAlive()).isTrue();
            }
            assertThat(RESOURCES).allSatisfy(id -> {
                assertThat(surroundings.partner().journal().placedRenewals(id)).isEqualTo(1);
                assertThat(surroundings
                                .partner()
                                .state()
                                .resource(id)
                                .orElseThrow()
                                .expirePolicy())
                        .isEqualTo(3);
            });
            assertThat(policyCalls(surroundings, "r3")).isEqualTo(2);
        }
    }

    private static void drop(Surroundings surroundings) {
        var record = ErpDesk.renewal("R1", "c1", 3, RESOURCES.toArray(String[]::new));
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            var batch = ErpFormat.of("orders.renew").batch("B1", List.of(record), Map.of("periodTotal", "1"));
            erp.drop("orders.renew", "batch.txt", batch);
        }
    }

    private static Answer answer(Surroundings surroundings) throws Exception {
        var file = surroundings.sftp().home().resolve("outbound/orders.renew/batch.txt.answer");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file));
        return new Answer(ErpFormat.of("orders.renew").read(Files.readAllBytes(file)));
    }

    private static int policyCalls(Surroundings surroundings, String resource) {
        return surroundings
                .partner()
                .journal()
                .calls(call -> call.api() == Api.AUTO_RENEW_ON && call.target().endsWith("/" + resource))
                .size();
    }

    private static boolean isThird(Incoming call) {
        return call.api() == Api.AUTO_RENEW_ON && call.variables().contains("r3");
    }
}
