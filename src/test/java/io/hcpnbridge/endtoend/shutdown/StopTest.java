package io.hcpnbridge.endtoend.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SIGTERM in awkward moments. What hangs is awaited for the drain time at most, what is not begun is given back at once. */
@Tag("slow")
@Tag("stops")
class StopTest {
    private static final int DRAIN_SECONDS = 24;
    private static final Duration GRACE = Duration.ofSeconds(DRAIN_SECONDS + 15);
    /** For what waits for nothing. */
    private static final Duration SOON = Duration.ofSeconds(18);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Surroundings surroundings = Surroundings.start()
            .knowCustomer("c1")
            .set("partner.connect-timeout", "1s")
            .set("partner.response-timeout", "5s")
            .set("erp.sftp.connect-timeout", "2000")
            .set("camel.main.shutdown-timeout", String.valueOf(DRAIN_SECONDS));
    /** The ledger has its tables; the routes look for their folders. */
    private final List<BooleanSupplier> starting = List.of(
            () -> tableExists("poll_turn"),
            () -> Files.exists(surroundings.sftp().home().resolve("inbound")));

    private final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());

    @AfterEach
    void close() {
        surroundings.close();
    }

    @Test
    void aBacklogIsGivenBackAtOnce() {
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().faults().always(call -> true, Fault.delay(Duration.ofSeconds(1)));
        surroundings.set("partner.quotas.show-order-new", "50");
        try (var process = start()) {
            drop(
                    "orders.detail",
                    IntStream.range(0, 400)
                            .mapToObj(i -> Map.of("document", "D" + i, "orderId", "CS1"))
                            .toList());
            await(() -> surroundings.partner().journal().total() > 10);

            Stop.of(process, GRACE).isOrderly(SOON, line -> false);
        }
        assertThat(states("orders.detail").keySet()).containsExactlyInAnyOrder("DUE", "OK");
    }

    @Test
    void aLongListIsLeftWhereItIsAndReadOnByTheNext() {
        surroundings
                .partner()
                .orders(
                        "c1",
                        2_000,
                        Instant.now().minus(Duration.ofDays(20)),
                        Duration.ofMinutes(1),
                        (i, order) -> order);
        surroundings.partner().faults().always(call -> true, Fault.delay(Duration.ofMillis(500)));
        try (var process = start()) {
            drop("orders.list", List.of(Map.of("document", "L1", "customerId", "c1")));
            await(() -> surroundings.partner().journal().total() >= 3);

            Stop.of(process, GRACE).isOrderly(SOON, line -> false);
        }
        assertThat(states("orders.list")).containsExactly(Map.entry("DUE", 1));
        var before = surroundings.partner().journal().total();
        surroundings.partner().faults().clear();
        try (var next = start()) {
            await(() -> states("orders.list").containsKey("OK"));
            assertThat(next.isAlive()).isTrue();
        }
        assertThat(ledger.sql("select count(*) from result_row where kind = 'order'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2_000);
        assertThat(before).isGreaterThanOrEqualTo(3);
        assertThat(surroundings.partner().journal().total())
                .as("no page is read twice")
                .isLessThanOrEqualTo(before + 19);
    }

    @Test
    void aRenewalThatIsSentIsAwaitedThoughASecondSignalComes() {
        surroundings.partner().faults().next("renew", 1, Fault.delay(Duration.ofSeconds(3)));
        try (var process = start()) {
            renew(1);
            await(() -> surroundings.partner().journal().callsOf("renew") == 1);

            process.terminate();
            pause(500);
            Stop.of(process, GRACE).isOrderly(SOON, line -> false);
        }
        assertThat(ledger.sql("select verdict from attempt_outcome where outcome_known")
                        .query(String.class)
                        .list())
                .as("the answer to the renewal was awaited")
                .containsExactly("success");
        assertThat(states("orders.renew")).as("the call after it is left").containsExactly(Map.entry("DUE", 1));
        try (var next = start()) {
            await(() -> states("orders.renew").containsKey("OK"));
            assertThat(next.isAlive()).isTrue();
        }
        assertThat(surroundings.partner().journal().placedRenewals("r0")).isOne();
        assertThat(surroundings.partner().journal().callsOf("renew")).isOne();
    }

    @Test
    void aPartnerThatHangsLeavesOneRenewalInDoubtAndOnlyThatOne() {
        surroundings.set("work.workers", "2");
        surroundings.partner().faults().next("renew", 1, Fault.timeoutAfter());
        surroundings.partner().faults().always(call -> call.api() == Api.NEW_RENEW, Fault.delay(Duration.ofSeconds(1)));
        try (var process = start()) {
            renew(6);
            await(() -> surroundings.partner().journal().callsOf("renew") >= 2);

            Stop.of(process, GRACE).isOrderly(SOON.plusSeconds(6), line -> line.contains(" is IN_DOUBT: "));
        }
        assertThat(states("orders.renew"))
                .containsEntry("IN_DOUBT", 1)
                .containsKey("DUE")
                .doesNotContainKeys("SENT", "CLAIMED");
    }

    @Test
    void aPollThatHangsKeepsNobodyWaiting() {
        try (var process = start()) {
            surroundings.sftp().hanging().hang();
            pause(2_000);

            Stop.of(process, GRACE).isOrderly(SOON, line -> line.contains("The ERP's SFTP server: "));
        } finally {
            surroundings.sftp().hanging().goOn();
        }
    }

    @Test
    void withoutItsDatabaseItEndsInTime() {
        var direct = surroundings.database().url();
        var port = URI.create(direct.substring("jdbc:".length())).getPort();
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().faults().always(call -> true, Fault.delay(Duration.ofSeconds(2)));
        try (var wire = Wire.to(port)) {
            surroundings.set("spring.datasource.url", direct.replace(":" + port + "/", ":" + wire.port() + "/"));
            try (var process = start()) {
                renew(3);
                drop(
                        "orders.detail",
                        IntStream.range(0, 50)
                                .mapToObj(i -> Map.of("document", "D" + i, "orderId", "CS1"))
                                .toList());
                await(() -> surroundings.partner().journal().total() > 3);
                wire.cut();

                assertThat(Stop.of(process, GRACE).exitCode()).isEqualTo(Stop.OF_SIGTERM);
            }
        }
    }

    @Test
    void aStartThatIsInterruptedIsCompletedAndEnds() {
        for (var begun : starting) {
            try (var process = launch()) {
                await(() -> begun.getAsBoolean() || !process.isAlive());
                Stop.of(process, PATIENCE).isOrderly(PATIENCE, line -> false);
            }
        }
    }

    private BridgeProcess start() {
        return launch().awaitStart();
    }

    private BridgeProcess launch() {
        return BridgeProcess.launch(surroundings, "-Xmx400m");
    }

    private void renew(int documents) {
        var renewals = IntStream.range(0, documents)
                .mapToObj(i -> {
                    surroundings.partner().resource("c1", "r" + i, resource -> resource);
                    return Map.of(
                            "document",
                            "R" + i,
                            "customerId",
                            "c1",
                            "resource1",
                            "r" + i,
                            "periodType",
                            "2",
                            "periodNum",
                            "1",
                            "expireMode",
                            "0");
                })
                .toList();
        drop("orders.renew", renewals, Map.of("periodTotal", String.valueOf(documents)));
    }

    private void drop(String interfaceName, List<Map<String, String>> documents) {
        drop(interfaceName, documents, Map.of());
    }

    private void drop(String interfaceName, List<Map<String, String>> documents, Map<String, String> totals) {
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            erp.drop(interfaceName, "batch.txt", ErpFormat.of(interfaceName).batch("B", documents, totals));
        }
    }

    /** How many records of an interface are in which state. */
    private Map<String, Integer> states(String interfaceName) {
        return ledger
                .sql("select state, count(*) from record where interface = ? group by state")
                .param(interfaceName)
                .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean tableExists(String name) {
        return ledger.sql("select to_regclass(?) is not null")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition::getAsBoolean);
    }

    /** Time goes by while the adapter works. */
    private static void pause(int milliseconds) {
        var end = System.nanoTime() + Duration.ofMillis(milliseconds).toNanos();
        await(() -> System.nanoTime() >= end);
    }
}
