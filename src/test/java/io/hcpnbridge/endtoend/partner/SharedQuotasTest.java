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
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two replicas, one in a process of its own, on one database: together they keep the quota that the partner counts. */
class SharedQuotasTest {
    private static final int RECORDS = 150;

    @Test
    void twoReplicasInOneLaneNeverMeetThePartnersLimit() {
        var surroundings = Surroundings.start();
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.set("work.claim-size", "6");
        var ledger = JdbcClient.create(surroundings.database().dataSource());
        try (var one = BridgeProcess.start(surroundings, "-Xmx512m");
                var other = Bridge.start(surroundings);
                var erp = ErpClient.connect(surroundings.sftp())) {
            surroundings.partner().quotas().set(Api.NEW_LIST, Api.NEW_LIST.documentedQuota());

            var lists = IntStream.range(0, RECORDS)
                    .mapToObj(n -> Map.of("document", "L" + n, "customerId", "c1"))
                    .toList();
            erp.drop("orders.list", "lists.txt", ErpFormat.of("orders.list").batch("LISTS", lists));

            var answer = surroundings.sftp().home().resolve("outbound/orders.list/lists.txt.answer");
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(answer));
            assertThat(surroundings.partner().journal().outcomes()).isEqualTo(Map.of("200", RECORDS));
            assertThat(ledger.sql("select count(*) from attempt group by node")
                            .query(Integer.class)
                            .list())
                    .as("both have worked")
                    .hasSize(2)
                    .allSatisfy(calls -> assertThat(calls).isGreaterThan(RECORDS / 5));
            assertThat(one.isAlive()).isTrue();
            assertThat(other.console()).isNotNull();
        } finally {
            surroundings.close();
        }
    }
}
