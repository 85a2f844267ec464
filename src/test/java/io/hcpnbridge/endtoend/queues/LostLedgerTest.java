package io.hcpnbridge.endtoend.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.hcpnbridge.operate.MachineClient;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.LedgerDatabase;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** While the ledger cannot be written to nothing is refused, forgotten or sent twice; health and log say so at once and briefly. */
@Tag("slow")
@Tag("outages")
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostLedgerTest {
    /** What happens to the database. */
    enum Outage {
        AWAY(LedgerDatabase::shut, LedgerDatabase::open),
        READ_ONLY(LedgerDatabase::onlyRead, LedgerDatabase::write);

        private final Consumer<LedgerDatabase> begin;
        private final Consumer<LedgerDatabase> end;

        Outage(Consumer<LedgerDatabase> begin, Consumer<LedgerDatabase> end) {
            this.begin = begin;
            this.end = end;
        }
    }

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.withQueues().knowCustomer("c1");
        for (var outage : Outage.values()) {
            surroundings.partner().resource("c1", "r-" + outage, resource -> resource);
        }
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatComesMeanwhileWaitsAndIsDoneOnceAfterwards(Outage outage, CapturedOutput output) throws Exception {
        var database = bridge.surroundings().database();
        await().until(() -> health("/readiness").statusCode() == 200);
        var before = output.getAll().length();

        outage.begin.accept(database);
        var id = bridge.queue().send(Requests.renewal("D-" + outage, "c1", "r-" + outage));
        await().until(() -> health("/readiness").statusCode() == 503);
        assertThat(health("").body()).contains("\"ledger\":{\"status\":\"DOWN\",\"details\":{\"reason\":");
        await().during(Duration.ofSeconds(3))
                .until(() -> bridge.surroundings().broker().waiting(ErpQueue.REFUSED) == 0
                        && health("/readiness").statusCode() == 503);

        outage.end.accept(database);
        assertThat(Requests.status(bridge.queue().reply(id))).isEqualTo("OK");
        assertThat(bridge.partner().journal().placedRenewals("r-" + outage)).isOne();
        await().until(() -> health("/readiness").statusCode() == 200);
        assertThat(output.getAll().substring(before))
                .containsOnlyOnce("The ledger does not hear this process")
                .containsOnlyOnce("The ledger hears this process again")
                .doesNotContain("\tat ");
    }

    /** Whoever asks is answered, and does not wait for the database. */
    private HttpResponse<String> health(String group) {
        var address = bridge.bridge().console().resolve("/actuator/health" + group);
        return assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> MachineClient.get(
                        address, Surroundings.OPERATOR, bridge.surroundings().operatorPassword()));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
