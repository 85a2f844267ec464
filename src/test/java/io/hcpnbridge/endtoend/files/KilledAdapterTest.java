package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static io.hcpnbridge.endtoend.files.Documents.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Killed in the middle of two batches and started again: everything is answered, nothing is bought twice, and what was on its way is found
 * out without a person.
 */
@Tag("slow")
@Tag("kills")
class KilledAdapterTest {
    private static final int RECORDS = 40;

    private final Surroundings surroundings = Surroundings.start();
    private final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());

    @Test
    void everythingIsBoughtOnceAndAnsweredSo() throws Exception {
        surroundings.knowCustomer("c1");
        for (int i = 0; i < RECORDS; i++) {
            surroundings.partner().resource("c1", "r" + i, resource -> resource);
        }
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings
                .set("work.lease", "4s")
                .set("partner.connect-timeout", "1s")
                .set("partner.response-timeout", "2s")
                .set("work.sweep-cron", "0/1 * * * * ?")
                .set("answer.await-doubts", "1m")
                .set("doubts.poll-interval", "200")
                .set("doubts.first-pause", "500ms")
                .set("doubts.longest-pause", "1s")
                .set("doubts.settle-time", "8s");

        try (var victim = BridgeProcess.start(surroundings, "-Xmx512m")) {
            drop();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> placed() >= 5);
            victim.kill();
        }
        assertThat(placed()).as("killed in the middle").isLessThan(RECORDS);

        try (var successor = BridgeProcess.start(surroundings, "-Xmx512m")) {
            var renewals = statuses("orders.renew");
            var details = statuses("orders.detail");

            assertThat(details).hasSize(RECORDS).allSatisfy((document, status) -> assertThat(status)
                    .isEqualTo("OK"));
            assertThat(renewals).hasSize(RECORDS).allSatisfy((document, status) -> {
                assertThat(status).isEqualTo("OK");
                assertThat(surroundings.partner().state().placedRenewals("r" + document.substring(1)))
                        .isEqualTo(1);
            });
            assertThat(ledger.sql("select count(*) from doubt where closed_at is not null and decided_by is null")
                            .query(Integer.class)
                            .single())
                    .as("was in doubt")
                    .isPositive();
            assertThat(successor.isAlive()).isTrue();
        } finally {
            surroundings.close();
        }
    }

    private void drop() {
        var renew = ErpFormat.of("orders.renew");
        var renewals = IntStream.range(0, RECORDS)
                .mapToObj(i -> renewal("R" + i, "c1", "r" + i, 1))
                .toList();
        var detail = ErpFormat.of("orders.detail");
        var details = IntStream.range(0, RECORDS)
                .mapToObj(i -> detail("D" + i, "CS1"))
                .toList();
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            erp.drop("orders.detail", "batch.txt", detail.batch("DETAIL", details));
            erp.drop("orders.renew", "batch.txt", renew.batch("RENEW", renewals, Map.of("periodTotal", "" + RECORDS)));
        }
    }

    private int placed() {
        return IntStream.range(0, RECORDS)
                .map(i -> surroundings.partner().journal().placedRenewals("r" + i))
                .sum();
    }

    /** Status by document. */
    private Map<String, String> statuses(String interfaceName) throws Exception {
        var answer = surroundings.sftp().home().resolve("outbound/" + interfaceName + "/batch.txt.answer");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(answer));
        List<ErpFormat.Line> lines = ErpFormat.of(interfaceName).read(Files.readAllBytes(answer));
        return lines.stream()
                .filter(line -> line.record().equals("result"))
                .collect(Collectors.toMap(line -> line.get("document"), line -> line.get("status")));
    }
}
