package io.hcpnbridge.endtoend.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.Surroundings;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two replicas poll the same folders and listen at the same queue: each file and each message is taken in by one of them, once. */
@Tag("slow")
@Tag("replicas")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoReplicasTest {
    private static final int FILES = 30;
    private static final int MESSAGES = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> INTERFACES = List.of("orders.renew", "orders.detail");

    private final Surroundings surroundings =
            Surroundings.start().withQueues().knowCustomer("c1").set("erp.sftp.poll-interval", "100");
    private final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());

    @AfterAll
    void close() {
        surroundings.close();
    }

    @Test
    void eachFileAndEachMessageIsTakenInOnceAndAnsweredOnce() {
        surroundings.partner().order("c1", order -> order.id("CS1"));
        try (var erp = ErpClient.connect(surroundings.sftp());
                var queue = ErpQueue.connect(surroundings.broker());
                var one = launch();
                var other = launch()) {
            one.awaitStart();
            other.awaitStart();
            var messages = new ArrayList<String>();
            for (int i = 0; i < FILES; i++) {
                drop(erp, i);
                messages.add(queue.send(message(2 * i)));
                messages.add(queue.send(message(2 * i + 1)));
            }

            Awaitility.await().atMost(PATIENCE).until(() -> INTERFACES.stream()
                    .allMatch(name -> answers(erp, name) == FILES));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> count("select count(*) from arrival where delivered_at is null") == 0);

            assertThat(replies(queue)).containsExactlyInAnyOrderElementsOf(messages);
            assertOnce(erp);
            for (var process : List.of(one, other)) {
                assertThat(process.output().lines())
                        .noneMatch(line -> line.contains(" ERROR ") || line.startsWith("\tat "))
                        .noneMatch(line -> line.contains("GenericFile"))
                        .anyMatch(line -> line.contains("is taken in with 1 records"));
            }
        }
    }

    private BridgeProcess launch() {
        return BridgeProcess.launch(surroundings, "-Xmx400m");
    }

    private void drop(ErpClient erp, int i) {
        var renewal = Map.of(
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
                "1");
        surroundings.partner().resource("c1", "r" + i, resource -> resource);
        erp.drop(
                "orders.renew",
                i + ".txt",
                ErpFormat.of("orders.renew").batch("R" + i, List.of(renewal), Map.of("periodTotal", "1")));
        erp.drop(
                "orders.detail",
                i + ".txt",
                ErpFormat.of("orders.detail")
                        .batch("D" + i, List.of(Map.of("document", "D" + i, "orderId", "CS1")), Map.of()));
    }

    private static String message(int i) {
        return """
                {"interface": "orders.detail", "tenant": "acme", "batchNumber": "M%1$d", "createdAt": "2024-05-01T00:00:00Z",
                 "records": [{"document": "M%1$d", "orderId": "CS1"}]}\
                """
                .formatted(i);
    }

    private int answers(ErpClient erp, String interfaceName) {
        erp.prepare(interfaceName);
        return (int) erp.list("outbound/" + interfaceName).stream()
                .filter(name -> name.endsWith(".answer"))
                .count();
    }

    private static List<String> replies(ErpQueue queue) {
        var correlations = new ArrayList<String>();
        for (var next = queue.next(ErpQueue.REPLY, Duration.ofSeconds(2));
                next.isPresent();
                next = queue.next(ErpQueue.REPLY, Duration.ofSeconds(2))) {
            try {
                correlations.add(next.get().getJMSCorrelationID());
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        }
        return correlations;
    }

    private void assertOnce(ErpClient erp) {
        assertThat(count("select count(*) from batch where verdict = 'REFUSED'"))
                .isZero();
        assertThat(count("select count(*) from arrival")).isEqualTo(2 * FILES + MESSAGES);
        assertThat(IntStream.range(0, FILES)
                        .map(i -> surroundings.partner().journal().placedRenewals("r" + i)))
                .containsOnly(1);
        var home = surroundings.sftp().home();
        for (var name : INTERFACES) {
            assertThat(erp.list("inbound/" + name)).isEmpty();
            assertThat(done(home.resolve("inbound").resolve(name))).isEqualTo(FILES);
            for (int i = 0; i < FILES; i++) {
                var file = "/" + name + "/" + i + ".txt";
                var claimed = "~" + i + ".txt";
                var read = surroundings.sftp().journal().operationsOn("/" + name + "/.taking/").stream()
                        .filter(line -> line.startsWith("open ") && line.endsWith(claimed));
                assertThat(read).as("claimed and read once: %s", file).hasSize(1);
                assertThat(surroundings.sftp().journal().operationsOn(file + ".answer").stream()
                                .filter(line -> line.startsWith("link ") && line.endsWith(file + ".answer")))
                        .as(file)
                        .hasSize(1);
            }
        }
    }

    private static long done(Path folder) {
        try (var files = Files.list(folder.resolve(".done"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int count(String query) {
        return ledger.sql(query).query(Integer.class).single();
    }
}
