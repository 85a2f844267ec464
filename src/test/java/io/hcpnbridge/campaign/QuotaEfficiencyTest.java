package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.journal.Call;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of a quota is used by reads that wait for it, against a partner that counts a sliding second and takes 120 ms to answer: the
 * calls that the quota would have let through in the time that they took, as a share, and the refusals. {@code mvn verify -P campaign -Dtest=QuotaEfficiencyTest
 * -Dquota.calls=2000}.
 */
@Tag("campaign")
@EnabledIfSystemProperty(named = "campaign.seed", matches = "\\d+")
class QuotaEfficiencyTest {
    private static final int CALLS = Integer.getInteger("quota.calls", 600);

    @ParameterizedTest
    @CsvSource({"1, 10", "1, 30", "4, 10", "4, 30"})
    void nextToAllOfAQuotaIsUsed(int replicas, int quota) throws Exception {
        var surroundings = Surroundings.start();
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.set("partner.quotas.show-order-new", String.valueOf(quota));
        surroundings
                .partner()
                .faults()
                .always(call -> call.api() == Api.NEW_DETAIL, Fault.delay(Duration.ofMillis(120)));
        var fleet = new ArrayList<BridgeProcess>();
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            for (int i = 0; i < replicas; i++) {
                fleet.add(BridgeProcess.start(surroundings, "-Xmx512m"));
            }
            work(surroundings, erp, "warm", 60);
            surroundings.partner().journal().clear();
            surroundings.partner().quotas().set(Api.NEW_DETAIL, quota);

            work(surroundings, erp, "measured", CALLS);

            report(replicas, quota, surroundings.partner().journal().calls(Api.NEW_DETAIL));
        } finally {
            for (var one : fleet) {
                one.close();
            }
            surroundings.close();
        }
    }

    private static void report(int replicas, int quota, List<Call> calls) {
        var refused = calls.stream()
                .filter(call -> call.status() != null && call.status() == 429)
                .count();
        var span =
                Duration.between(calls.get(0).at(), calls.get(calls.size() - 1).at());
        var efficiency = (CALLS - quota) * 1e9 / quota / span.toNanos();
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        "%d replicas, %d/s: %d calls in %.1f s, efficiency %.3f, %d refused%n",
                        replicas,
                        quota,
                        CALLS,
                        span.toNanos() / (double) TimeUnit.SECONDS.toNanos(1),
                        efficiency,
                        refused);
        assertThat(calls)
                .filteredOn(call -> !Integer.valueOf(429).equals(call.status()))
                .hasSize(CALLS);
    }

    private static void work(Surroundings surroundings, ErpClient erp, String name, int calls) {
        var records = IntStream.range(0, calls)
                .mapToObj(n -> Map.of("document", name + n, "orderId", "CS1"))
                .toList();
        erp.drop("orders.detail", name + ".txt", ErpFormat.of("orders.detail").batch(name, records));
        var answer = surroundings.sftp().home().resolve("outbound/orders.detail/" + name + ".txt.answer");
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> Files.exists(answer));
    }
}
