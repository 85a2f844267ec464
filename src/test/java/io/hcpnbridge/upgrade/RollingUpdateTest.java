package io.hcpnbridge.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.fault.Fault;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Renewals are under way all the time while the next version comes beside this one, takes its place, and is taken back: nothing is
 * lost, nothing bought twice, and each batch ends with the mapping that it began with, whichever version works on it.
 */
@Tag("slow")
@Tag("replicas")
class RollingUpdateTest {
    private static final String RENEW = "orders.renew";
    private static final int RECORDS = 40;
    private static final int PLACED = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Surroundings surroundings = Surroundings.start();
    private final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());
    private final NextVersion next = NextVersion.in(surroundings.folder().resolve("next"));

    @Test
    void theNextVersionComesAndIsTakenBackUnderLoad() throws Exception {
        prepare();
        try (var before = BridgeProcess.start(surroundings, options("before"))) {
            slowly();
            drop("one", RECORDS);
            awaitPlaced("one");
            try (var after = BridgeProcess.start(surroundings, next.javaOptions(options("after")))) {
                assertThat(applied()).containsAll(NextVersion.MIGRATIONS);
                var seen = attempts();
                Awaitility.await("both take part").atMost(PATIENCE).until(() -> nodesSince(seen)
                        .containsAll(List.of("before", "after")));
                quickly();
                expectAllOnce("one", results("one"), false);

                slowly();
                leave(before);
                drop("two", RECORDS);
                awaitPlaced("two");
                rollBack(after);
            }
        } finally {
            surroundings.close();
        }
    }

    private void rollBack(BridgeProcess after) throws Exception {
        var migrated = applied();
        try (var again = BridgeProcess.start(surroundings, options("again"))) {
            leave(after);
            var seen = attempts();
            quickly();
            expectAllOnce("two", results("two"), true);
            assertThat(nodesSince(seen)).containsExactly("again");

            drop("three", 3);
            expectAllOnce("three", results("three"), false);
            assertThat(applied()).as("it leaves the newer schema as it is").isEqualTo(migrated);
            assertThat(after.output()).contains(NextVersion.ROUTE_LOG);
            assertThat(again.output()).doesNotContain(NextVersion.ROUTE_LOG);
            assertThat(count("select count(*) from record where state <> 'OK'")).isZero();
            assertThat(count("select count(*) from record")).isEqualTo(2 * RECORDS + 3);
            assertThat(count("select count(*) from arrival where delivered_at is null"))
                    .isZero();
            assertThat(count("select count(*) from attempt left join attempt_outcome on attempt_id = id"
                            + " where attempt_id is null"))
                    .as("calls whose outcome nobody noted")
                    .isZero();
        }
    }

    private void prepare() {
        surroundings.knowCustomer("c1");
        for (var batch : List.of("one", "two", "three")) {
            IntStream.range(0, RECORDS)
                    .forEach(n -> surroundings.partner().resource("c1", batch + n, resource -> resource));
        }
        surroundings
                .set("work.throttle-pause", "500ms")
                .set("work.throttle-pause-longest", "500ms")
                .set("partner.quotas.renew-resources-new", "30")
                .set("partner.quotas.renew-resources-old", "30");
    }

    private static String[] options(String node) {
        return new String[] {"-Xmx512m", "-Dwork.node=" + node};
    }

    /** The partner lets some renewals through and throttles the others, so that they are under way until {@link #quickly}. */
    private void slowly() {
        surroundings
                .partner()
                .faults()
                .after(
                        PLACED,
                        call -> call.api().family().equals("renew"),
                        Integer.MAX_VALUE,
                        Fault.error(429, "APIGW.0308", "The throttling threshold has been reached"));
    }

    private void quickly() {
        surroundings.partner().faults().clear();
    }

    private static void leave(BridgeProcess process) {
        process.terminate();
        process.awaitEnd(PATIENCE);
    }

    private void drop(String batch, int records) {
        var renewals = IntStream.range(0, records)
                .mapToObj(n -> Map.of(
                        "document",
                        batch + n,
                        "customerId",
                        "c1",
                        "resource1",
                        batch + n,
                        "periodType",
                        "2",
                        "periodNum",
                        "1",
                        "expireMode",
                        "2",
                        "autoPay",
                        "Y"))
                .toList();
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            erp.drop(
                    RENEW,
                    batch + ".txt",
                    ErpFormat.of(RENEW).batch(batch, renewals, Map.of("periodTotal", "" + records)));
        }
    }

    private List<Line> results(String batch) throws Exception {
        var answer = surroundings.sftp().home().resolve("outbound/" + RENEW + "/" + batch + ".txt.answer");
        Awaitility.await("the answer to " + batch).atMost(PATIENCE).until(() -> Files.exists(answer));
        return ErpFormat.of(RENEW).read(Files.readAllBytes(answer));
    }

    private void expectAllOnce(String batch, List<Line> answer, boolean marked) {
        var results =
                answer.stream().filter(line -> line.record().equals("result")).toList();
        assertThat(results).extracting(line -> line.get("status")).containsOnly("OK");
        assertThat(results).extracting(line -> line.get("document")).doesNotHaveDuplicates();
        assertThat(results)
                .allSatisfy(line -> assertThat(surroundings.partner().journal().placedRenewals(line.get("document")))
                        .isOne());
        assertThat(answer)
                .filteredOn(line -> line.record().equals("renewal"))
                .hasSameSizeAs(results)
                .allSatisfy(line -> assertThat(line.get("orderId").startsWith(NextVersion.MARK))
                        .isEqualTo(marked));
        assertThat(results).hasSize(batch.equals("three") ? 3 : RECORDS);
    }

    private void awaitPlaced(String batch) {
        Awaitility.await("some of " + batch)
                .atMost(PATIENCE)
                .until(() -> IntStream.range(0, RECORDS)
                                .map(n -> surroundings.partner().journal().placedRenewals(batch + n))
                                .sum()
                        == PLACED);
    }

    private List<String> applied() {
        return ledger.sql("select script from flyway_schema_history where success order by installed_rank")
                .query(String.class)
                .list();
    }

    private int attempts() {
        return count("select coalesce(max(id), 0) from attempt");
    }

    private List<String> nodesSince(int attempt) {
        return ledger.sql("select distinct node from attempt where id > ?")
                .param(attempt)
                .query(String.class)
                .list();
    }

    private int count(String query) {
        return ledger.sql(query).query(Integer.class).single();
    }
}
