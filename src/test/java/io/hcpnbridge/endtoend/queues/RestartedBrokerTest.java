package io.hcpnbridge.endtoend.queues;

import static io.hcpnbridge.endtoend.queues.Requests.renewal;
import static io.hcpnbridge.endtoend.queues.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The broker goes while a message is being taken in, and never hears that it was: it sends it again. */
@Tag("slow")
@Tag("outages")
@ExtendWith(OutputCaptureExtension.class)
class RestartedBrokerTest {
    @Test
    void aMessageThatWasNotAcknowledgedComesAgainAndIsDoneOnce(CapturedOutput output) throws Exception {
        try (var bridge = RunningBridge.start(surroundings -> {
            surroundings.withQueues().knowCustomer("c1");
            surroundings.partner().resource("c1", "r1", resource -> resource);
        })) {
            var broker = bridge.surroundings().broker();
            String id;
            try (var held = bridge.surroundings().database().dataSource().getConnection()) {
                hold(held);
                try (var erp = ErpQueue.connect(broker)) {
                    id = erp.send(renewal("R1", "c1", "r1"));
                    await().until(() -> count(bridge, "select count(*) from pg_locks where not granted") > 0);
                }
                broker.stop();
                held.rollback();
            }
            await().until(() -> count(bridge, "select count(*) from batch") == 1);

            broker.start();
            try (var erp = ErpQueue.connect(broker)) {
                assertThat(status(erp.reply(id))).isEqualTo("OK");
                await().until(() -> broker.waiting(ErpQueue.REQUEST) == 0);
                assertThat(erp.next(ErpQueue.REPLY, Duration.ofSeconds(3))).isEmpty();
            }
            assertThat(output).contains("came again; nothing is done for it");
            assertThat(count(bridge, "select count(*) from arrival")).isOne();
            assertThat(bridge.partner().journal().placedRenewals("r1")).isOne();
        }
    }

    /** Whoever wants to write a batch waits. */
    private static void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table batch in share mode");
        }
    }

    private static int count(RunningBridge bridge, String query) {
        return bridge.ledger().sql(query).query(Integer.class).single();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
