package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static io.hcpnbridge.endtoend.files.Documents.list;
import static io.hcpnbridge.endtoend.files.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.state.Price;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 100,000 lines in, 100,000 orders out, with 256 MB of memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeFilesTest {
    private static final int MANY = 100_000;
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
        bridge = BridgeProcess.start(surroundings, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterAll
    void close() {
        bridge.close();
        surroundings.close();
    }

    @Test
    @Order(2)
    void aHundredThousandLinesAreTakenIn() {
        // the refused batch before left nothing: the planner now takes the tables for almost empty
        ledger.sql("analyze").update();
        var records =
                IntStream.range(0, MANY).mapToObj(i -> detail("L" + i, "CS1")).toList();
        drop("orders.detail", "large.txt", ErpFormat.of("orders.detail").batch("LARGE", records));

        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> ledger.sql(
                        "select count(*) from batch_record join batch on batch.id = batch_id and verdict = 'ACCEPTED'"
                                + " and interface = 'orders.detail'")
                .query(Integer.class)
                .single()
                .equals(MANY));
        assertThat(bridge.isAlive()).isTrue();
        assertThat(bridge.output()).doesNotContain("OutOfMemoryError");
    }

    @Test
    @Order(1)
    void aHundredThousandWrongLinesAreAllNamed() throws IOException {
        var wrong = with(list("W", "c1"), "status", "99");
        var records = IntStream.range(0, MANY)
                .mapToObj(i -> with(wrong, "document", "W" + i))
                .toList();
        drop("orders.list", "wrong.txt", ErpFormat.of("orders.list").batch("WRONG", records));

        var answer = awaitAnswer("orders.list/wrong.txt.answer");
        assertThat(Files.size(answer)).isEqualTo(599L + MANY * 452L + 12L);
        assertThat(bridge.isAlive()).isTrue();
    }

    @Test
    @Order(3)
    void aHundredThousandOrdersAreOneAnswer() throws IOException {
        // what only the new endpoint tells: pages of 100
        drop(
                "orders.list",
                "many.txt",
                ErpFormat.of("orders.list").batch("MANY", List.of(with(list("MANY", "many"), "wantExtended", "Y"))));

        var answer = awaitAnswer("orders.list/many.txt.answer");
        try (var lines = Files.lines(answer, ErpFormat.CHARSET)) {
            assertThat(lines.filter(line -> line.startsWith("O")).distinct().count())
                    .isEqualTo(MANY);
        }
        assertThat(Files.size(answer)).isGreaterThan((long) MANY * ORDER_LINE);
        // each page begins with the last row of the one before
        assertThat(surroundings.partner().journal().callsOf("list")).isEqualTo(1_011);
        assertThat(Files.readString(answer, ErpFormat.CHARSET).lines().filter(line -> line.startsWith("A")))
                .anySatisfy(
                        line -> assertThat(line).contains("amountAfterDiscount").contains(" 10000.00"));
        assertThat(bridge.isAlive()).isTrue();
    }

    private void drop(String interfaceName, String name, byte[] content) {
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            erp.drop(interfaceName, name, content);
        }
    }

    private Path awaitAnswer(String path) {
        var answer = surroundings.sftp().home().resolve("outbound").resolve(path);
        Awaitility.await(path).atMost(Duration.ofSeconds(150)).until(() -> Files.exists(answer));
        return answer;
    }
}
