package io.hcpnbridge.endtoend.queues;

import static io.hcpnbridge.endtoend.queues.Requests.renewal;
import static io.hcpnbridge.endtoend.queues.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.Surroundings;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Killed after the ledger had the message and before the broker heard of it: the message comes again and changes nothing. */
@Tag("slow")
@Tag("kills")
class KilledBeforeAcknowledgingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Surroundings surroundings = Surroundings.start().withQueues();
    private final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());

    @Test
    void theMessageIsTakenInOnceBoughtOnceAndAnsweredOnce() {
        surroundings.knowCustomer("c1");
        surroundings.partner().resource("c1", "r1", resource -> resource);
        var broker = surroundings.broker();
        String id;
        try (var erp = ErpQueue.connect(broker)) {
            id = erp.send(renewal("R1", "c1", "r1"));
        }

        try (var wire = FreezingWire.to(broker.url(), "\"orders.renew\"")) {
            surroundings.set("spring.artemis.broker-url", wire.url());
            try (var victim = BridgeProcess.start(surroundings, "-Xmx512m")) {
                Awaitility.await().atMost(PATIENCE).until(() -> count("select count(*) from batch") == 1);
                assertThat(wire.isFrozen()).isTrue();
                victim.kill();
            }
        }
        Awaitility.await("the broker has the message back")
                .atMost(PATIENCE)
                .until(() -> broker.listeners(ErpQueue.REQUEST) == 0);
        assertThat(broker.waiting(ErpQueue.REQUEST)).isOne();

        surroundings.set("spring.artemis.broker-url", broker.url()).set("work.lease", "6s");
        surroundings.set("partner.connect-timeout", "1s").set("partner.response-timeout", "4s");
        try (var successor = BridgeProcess.start(surroundings, "-Xmx512m");
                var erp = ErpQueue.connect(broker)) {
            assertThat(status(erp.reply(id))).isEqualTo("OK");
            Awaitility.await().atMost(PATIENCE).until(() -> broker.waiting(ErpQueue.REQUEST) == 0);
            assertThat(erp.next(ErpQueue.REPLY, Duration.ofSeconds(3))).isEmpty();
            assertThat(successor.output()).contains("came again; nothing is done for it");
        } finally {
            surroundings.close();
        }
        assertThat(count("select count(*) from batch")).isOne();
        assertThat(count("select count(*) from arrival")).isOne();
        assertThat(surroundings.partner().journal().placedRenewals("r1")).isOne();
    }

    private int count(String query) {
        return ledger.sql(query).query(Integer.class).single();
    }
}
