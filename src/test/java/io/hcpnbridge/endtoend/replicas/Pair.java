package io.hcpnbridge.endtoend.replicas;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two replicas, {@code one} and {@code other}, with a partner that takes its time; its longest call takes eleven seconds. */
final class Pair implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(150);
    /** Far less than the claims of a process that is gone would last without a lease; some 8 s where nothing else uses the machine. */
    static final Duration TAKEN_OVER = Duration.ofSeconds(30);

    final Surroundings surroundings = Surroundings.start()
            .knowCustomer("c1")
            .set("erp.sftp.poll-interval", "200")
            .set("partner.connect-timeout", "1s")
            .set("partner.response-timeout", "10s")
            .set("partner.quotas.show-order-new", "1000")
            .set("partner.quotas.renew-resources-new", "1000")
            .set("partner.quotas.renew-resources-old", "1000");
    final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());
    final BridgeProcess one;
    final BridgeProcess other;

    Pair() {
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().quotas().set(Api.NEW_DETAIL, 10_000);
        surroundings.partner().quotas().set(Api.NEW_RENEW, 10_000);
        surroundings.partner().faults().always(call -> true, Fault.delay(Duration.ofMillis(200)));
        one = launch("one");
        other = launch("other");
        one.awaitStart();
        other.awaitStart();
    }

    private BridgeProcess launch(String node) {
        return BridgeProcess.launch(surroundings, "-Xmx400m", "-Dwork.node=" + node);
    }

    void dropDetails(String batch, int records) {
        var lines = IntStream.range(0, records)
                .mapToObj(i -> Map.of("document", batch + i, "orderId", "CS1"))
                .toList();
        drop("orders.detail", batch, lines, Map.of());
    }

    /** Each renews the resource of its own name. */
    void dropRenewals(String batch, int records) {
        var lines = IntStream.range(0, records)
                .mapToObj(i -> Map.of(
                        "document",
                        batch + i,
                        "customerId",
                        "c1",
                        "resource1",
                        batch + i,
                        "periodType",
                        "2",
                        "periodNum",
                        "1",
                        "expireMode",
                        "1"))
                .toList();
        lines.forEach(line -> surroundings.partner().resource("c1", line.get("document"), resource -> resource));
        drop("orders.renew", batch, lines, Map.of("periodTotal", "" + records));
    }

    private void drop(String interfaceName, String batch, List<Map<String, String>> lines, Map<String, String> totals) {
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            erp.drop(interfaceName, batch + ".txt", ErpFormat.of(interfaceName).batch(batch, lines, totals));
        }
    }

    /** Waits until so many records of the batch are final. */
    void awaitFinal(String batch, int records) {
        Awaitility.await(batch)
                .atMost(PATIENCE)
                .until(() -> count(batch, "state not in ('DUE', 'CLAIMED', 'SENT')") >= records);
    }

    int count(String batch, String condition) {
        return ledger.sql("select count(*) from record where starts_with(document, ?) and " + condition)
                .param(batch)
                .query(Integer.class)
                .single();
    }

    /** Documents in that state. */
    List<String> documents(String state) {
        return ledger.sql("select document from record where state = ?")
                .param(state)
                .query(String.class)
                .list();
    }

    /** The records that a replica has claimed and not sent. */
    List<Long> unsent(String node) {
        return ledger.sql("select id from record where state = 'CLAIMED' and claimed_by like ?")
                .param(node + "#%")
                .query(Long.class)
                .list();
    }

    /** Waits until replica {@code one} no longer holds these, and tells how long that took. */
    void awaitTakenOver(List<Long> records) {
        var begun = System.nanoTime();
        Awaitility.await("taken over").atMost(TAKEN_OVER).until(() -> held("one", records) == 0);
        System.getLogger("Pair")
                .log(
                        System.Logger.Level.INFO,
                        "taken over after {0} ms",
                        Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private int held(String node, List<Long> records) {
        return ledger.sql("select count(*) from record where id = any (?) and state = 'CLAIMED' and claimed_by like ?")
                .params(records.toArray(Long[]::new), node + "#%")
                .query(Integer.class)
                .single();
    }

    int placed(String resource) {
        return surroundings.partner().journal().placedRenewals(resource);
    }

    @Override
    public void close() {
        one.close();
        other.close();
        surroundings.close();
    }
}
