package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While a file of 200,000 lines is taken in, or refused, a renewal beside it takes at most twice its time. */
@Tag("campaign")
@EnabledIfSystemProperty(named = "campaign.seed", matches = "\\d+")
class LargeIntakePaceTest {
    private static final int LINES = Integer.getInteger("campaign.lines", 200_000);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Surroundings surroundings = Surroundings.start().knowCustomer("c1");
    private final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());
    private int renewals;

    @Test
    void aRenewalBesideALargeFileKeepsItsPace() {
        surroundings.partner().journal().countOnly();
        try (var bridge = BridgeProcess.start(surroundings, "-Xmx512m");
                var erp = ErpClient.connect(surroundings.sftp())) {
            assertThat(bridge.isAlive()).isTrue();
            renew(erp);
            var alone = median(IntStream.range(0, 5).mapToObj(i -> renew(erp)).toList());
            var refused = beside(erp, "refused", LINES + 1);
            var accepted = beside(erp, "accepted", LINES);
            report(alone, refused, accepted);
            assertThat(median(refused)).isLessThan(alone.multipliedBy(2));
            assertThat(median(accepted)).isLessThan(alone.multipliedBy(2));
        } finally {
            surroundings.close();
        }
    }

    /** How long renewals take until the large file is decided. */
    private List<Duration> beside(ErpClient erp, String batch, int stated) {
        var lines = IntStream.range(0, LINES)
                .mapToObj(i -> Map.of("document", batch + i, "orderId", "CS1"))
                .toList();
        erp.drop(
                "orders.detail",
                batch + ".txt",
                ErpFormat.of("orders.detail").batch(batch, lines, Map.of("count", String.valueOf(stated))));
        var times = new ArrayList<Duration>();
        while (ledger.sql("select count(*) from arrival where file_name = ?")
                        .param(batch + ".txt")
                        .query(Integer.class)
                        .single()
                == 0) {
            times.add(renew(erp));
        }
        return times;
    }

    private Duration renew(ErpClient erp) {
        var name = "r" + renewals++;
        surroundings.partner().resource("c1", name, resource -> resource);
        var renewal = Map.of(
                "document",
                name,
                "customerId",
                "c1",
                "resource1",
                name,
                "periodType",
                "2",
                "periodNum",
                "1",
                "expireMode",
                "1");
        var begun = System.nanoTime();
        erp.drop(
                "orders.renew",
                name + ".txt",
                ErpFormat.of("orders.renew").batch(name, List.of(renewal), Map.of("periodTotal", "1")));
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> erp.answer(
                        "orders.renew", name + ".txt")
                .isPresent());
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void report(Duration alone, List<Duration> refused, List<Duration> accepted) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        "A renewal takes %d ms alone; %d ms beside %,d refused lines (%d renewals), %d ms beside as many accepted (%d)%n",
                        alone.toMillis(),
                        median(refused).toMillis(),
                        LINES,
                        refused.size(),
                        median(accepted).toMillis(),
                        accepted.size());
    }
}
