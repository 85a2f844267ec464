package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static io.hcpnbridge.endtoend.files.Documents.list;
import static io.hcpnbridge.endtoend.files.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.state.Price;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 100,000 lines in, 100,000 orders out, with 256 MB of memory; a million lines with {@code -Dfile.lines=1000000}. */
@Tag("slow")
@Tag("volume")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeFilesTest {
    private static final int MANY = 100_000;
    private static final int LINES = Integer.getInteger("file.lines", MANY);
    private static final int ORDER_LINE = 1_243 + 2;

    private final Surroundings surroundings = Surroundings.start();
    private final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());
    private BridgeProcess bridge;

    @BeforeAll
    void start() {
        surroundings.partner().customer("c1");
        surroundings.partner().journal().countOnly();
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().customer("many");
        var price = Price.of("0.10");
        surroundings
                .partner()
                .orders(
                        "many",
                        MANY,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Duration.ofMinutes(4),
                        (i, order) -> order.price(price));
        surroundings.set("partner.quotas.list-orders-new", "1000");
        bridge =
                BridgeProcess.start(surroundings, "-Xmx256m", "-XX:TieredStopAtLevel=4", "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterAll
    void close() {
        bridge.close();
        surroundings.close();
    }

    @Test
    @Order(2)
    void allLinesAreTakenIn() {
        // the planner takes the tables for empty
        ledger.sql("analyze").update();
        drop("orders.detail", "large.txt", LINES, i -> detail("L" + i, "CS1"));

        Awaitility.await().atMost(Duration.ofSeconds(60 + LINES / 1_000)).until(() -> ledger.sql(
                        "select count(*) from batch_record join batch on batch.id = batch_id and verdict = 'ACCEPTED'"
                                + " and interface = 'orders.detail'")
                .query(Integer.class)
                .single()
                .equals(LINES));
        assertThat(bridge.isAlive()).isTrue();
        assertThat(bridge.output()).doesNotContain("OutOfMemoryError");
    }

    @Test
    @Order(1)
    void ofAHundredThousandWrongLinesAThousandAreNamedAndNoneIsWritten() throws IOException {
        var wrong = with(list("W", "c1"), "status", "99");
        drop("orders.list", "wrong.txt", MANY, i -> with(wrong, "document", "W" + i));

        var answer = awaitAnswer("orders.list/wrong.txt.answer");
        assertThat(Files.size(answer)).isEqualTo(599L + 1_001 * 452L + 12L);
        assertThat(Files.readString(answer, ErpFormat.CHARSET)).contains("and 99000 more");
        assertThat(ledger.sql("select count(*) from batch_problem")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1_001);
        assertThat(ledger.sql("select is_called from record_id_seq")
                        .query(Boolean.class)
                        .single())
                .as("a record was written")
                .isFalse();
        assertThat(bridge.isAlive()).isTrue();
    }

    @Test
    @Order(3)
    void aHundredThousandOrdersAreOneAnswer() throws IOException {
        // what only the new endpoint tells: pages of 100
        drop("orders.list", "many.txt", 1, i -> with(list("MANY", "many"), "wantExtended", "Y"));

        var answer = awaitAnswer("orders.list/many.txt.answer");
        var orders = new HashSet<String>();
        var sums = new ArrayList<String>();
        try (var lines = Files.lines(answer, ErpFormat.CHARSET)) {
            lines.forEach(line -> {
                if (line.startsWith("O")) {
                    assertThat(orders.add(line.substring(33, 97).strip()))
                            .as(line)
                            .isTrue();
                } else if (line.startsWith("A")) {
                    sums.add(line);
                }
            });
        }
        assertThat(orders).hasSize(MANY);
        assertThat(Files.size(answer)).isGreaterThan((long) MANY * ORDER_LINE);
        // 100 orders, then 99 new ones a page: each page begins with the last row of the one before
        assertThat(surroundings.partner().journal().callsOf("list")).isEqualTo(1 + (MANY - 100 + 98) / 99);
        assertThat(sums)
                .anySatisfy(
                        line -> assertThat(line).contains("amountAfterDiscount").contains(" 10000.00"));
        assertThat(bridge.isAlive()).isTrue();
    }

    /** Writes the file line by line, as it would be too much for the memory that all tests share. */
    private void drop(String interfaceName, String name, int count, IntFunction<Map<String, String>> record) {
        var format = ErpFormat.of(interfaceName);
        try {
            var folder = Files.createDirectories(
                    surroundings.sftp().home().resolve("inbound").resolve(interfaceName));
            var file = folder.resolve(name + ".tmp");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                out.write(format.line("header", format.header(name)));
                for (int i = 0; i < count; i++) {
                    out.write(format.line("record", record.apply(i)));
                }
                out.write(format.line("trailer", Map.of("count", String.valueOf(count))));
            }
            Files.move(file, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path awaitAnswer(String path) {
        var answer = surroundings.sftp().home().resolve("outbound").resolve(path);
        Awaitility.await(path).atMost(Duration.ofSeconds(150)).until(() -> Files.exists(answer));
        return answer;
    }
}
