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
import java.time.Instant;
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
 * How much of a quota is used by reads that wait for it, against a partner that counts a sliding second (and so no fixed one has more) and
 * takes 120 ms to answer, 40 more or less: the calls that the quota would have let through in the time that they took, as a share, and the
 * refusals; the beginning (from the drop of the file to the first call, and the calls of two seconds) apart from the rest. {@code mvn verify -P campaign -Dtest=QuotaEfficiencyTest
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
                .always(
                        call -> call.api() == Api.NEW_DETAIL,
                        Fault.delay(Duration.ofMillis(80), Duration.ofMillis(160)));
        var fleet = new ArrayList<BridgeProcess>();
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            for (int i = 0; i < replicas; i++) {
                fleet.add(BridgeProcess.start(surroundings, "-Xmx512m"));
            }
            work(surroundings, erp, "warm", 60);
            surroundings.partner().journal().clear();
            surroundings.partner().quotas().set(Api.NEW_DETAIL, quota);
            var slots = SlotLog.of(surroundings.database().dataSource());
            var dropped = Instant.now();

            work(surroundings, erp, "measured", CALLS);

            report(replicas, quota, dropped, surroundings.partner().journal().calls(Api.NEW_DETAIL), slots);
        } finally {
            for (var one : fleet) {
                one.close();
            }
            surroundings.close();
        }
    }

    private static void report(int replicas, int quota, Instant dropped, List<Call> calls, SlotLog slots) {
        var refused = calls.stream().filter(QuotaEfficiencyTest::isRefused).count();
        var came = calls.stream()
                .filter(call -> !isRefused(call))
                .map(Call::at)
                .sorted()
                .toList();
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        "%d replicas, %d/s, %d calls: efficiency %.3f, without the beginning %.3f; %d refused; first call %.1f s after the drop; %s%n",
                        replicas,
                        quota,
                        CALLS,
                        efficiency(quota, came, 0),
                        efficiency(quota, came, 2 * quota),
                        refused,
                        Duration.between(dropped, came.get(0)).toMillis() / 1_000.0,
                        slots.told(quota, calls.size()));
        assertThat(came).hasSize(CALLS);
    }

    private static boolean isRefused(Call call) {
        return Integer.valueOf(429).equals(call.status());
    }

    /** A quota's worth of calls may come at once, so the first are no measure. */
    private static double efficiency(int quota, List<Instant> came, int from) {
        var span = Duration.between(came.get(from), came.get(came.size() - 1));
        return (came.size() - 1 - from) * (double) TimeUnit.SECONDS.toNanos(1) / quota / span.toNanos();
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
