package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.Bridge;
import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two replicas, one in a process of its own, on one database: together they keep the quota that the partner counts. */
@Tag("slow")
@Tag("replicas")
class SharedQuotasTest {
    /** More than one replica queues. */
    private static final int RECORDS = 150;

    /** Below what the partner allows, so that a slow machine does not matter; twice this is above it. */
    private static final int QUOTA = 18;

    /** After as many calls to another API, so that none is slow because it is a replica's first. */
    @Test
    void twoReplicasInOneLaneNeverMeetThePartnersLimit() {
        var surroundings = Surroundings.start();
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings
                .set("partner.quotas.list-orders-new", String.valueOf(QUOTA))
                .set("partner.quotas.show-order-new", "1000");
        var ledger = JdbcClient.create(surroundings.database().dataSource());
        try (var one = BridgeProcess.start(surroundings, "-Xmx512m");
                var other = Bridge.start(surroundings);
                var erp = ErpClient.connect(surroundings.sftp())) {
            work(surroundings, erp, "orders.detail", Map.of("orderId", "CS1"));
            surroundings.partner().journal().clear();
            surroundings.partner().quotas().set(Api.NEW_LIST, 30);

            work(surroundings, erp, "orders.list", Map.of("customerId", "c1"));

            assertThat(surroundings.partner().journal().outcomes()).isEqualTo(Map.of("200", RECORDS));
            assertThat(ledger.sql("select count(*) from attempt where api = 'list-orders-new' group by node")
                            .query(Integer.class)
                            .list())
                    .as("both have worked")
                    .hasSize(2)
                    .allSatisfy(calls -> assertThat(calls).isGreaterThan(10));
            assertThat(one.isAlive()).isTrue();
            assertThat(other.console()).isNotNull();
        } finally {
            surroundings.close();
        }
    }

    /** Drops a batch and waits for its answer. */
    private static void work(
            Surroundings surroundings, ErpClient erp, String interfaceName, Map<String, String> record) {
        var records = IntStream.range(0, RECORDS)
                .mapToObj(n -> {
                    var numbered = new HashMap<>(record);
                    numbered.put("document", "D" + n);
                    return Map.copyOf(numbered);
                })
                .toList();
        erp.drop(interfaceName, "batch.txt", ErpFormat.of(interfaceName).batch("BATCH", records));
        var answer = surroundings.sftp().home().resolve("outbound/" + interfaceName + "/batch.txt.answer");
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(answer));
    }
}
