package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static io.hcpnbridge.endtoend.files.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Transfers that break in their middle, in either direction: nobody ever takes a half for the whole. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenTransfersTest {
    private static final String DETAIL = "orders.detail";
    /** More than a client asks for at once. */
    private static final int MANY = 400;

    private final ErpFormat format = ErpFormat.of(DETAIL);
    private final BreakingTransfers transfers = new BreakingTransfers();
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.sftp().watch(transfers);
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.set("partner.quotas.show-order-new", "1000");
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void aDownloadThatIsCutInItsMiddleIsBegunAnew(CapturedOutput output) {
        transfers.cutDownloads(2);

        put("download.txt", batch("DOWNLOAD", "as it was"));

        awaitAnswer("download.txt");
        assertThat(transfers.hasCutAll()).isTrue();
        assertThat(results("download.txt")).hasSize(MANY).containsOnly("OK as it was");
        assertThat(arrivals("download.txt")).isOne();
        assertThat(lines(output, "ERROR"))
                .isNotEmpty()
                .allMatch(line -> line.contains("The ERP's SFTP server: the connection broke"));
    }

    /** By a program of the ERP that still has it open: neither its size nor its name changes. */
    @Test
    void aFileThatIsRewrittenWhileItIsReadIsReadAnew() {
        transfers.meanwhile(() -> rewrite("rewritten.txt", batch("REWRITTEN", "changed..")));

        put("rewritten.txt", batch("REWRITTEN", "as it was"));

        awaitAnswer("rewritten.txt");
        assertThat(transfers.hasChanged()).isTrue();
        assertThat(results("rewritten.txt")).hasSize(MANY).containsOnly("OK changed..");
        assertThat(arrivals("rewritten.txt")).isOne();
    }

    @Test
    void aFileThatMayNotBeReadIsNamedToHealthAndTakenInOnceItMay(CapturedOutput output) {
        transfers.forbidToRead("unreadable.txt");

        put("unreadable.txt", batch("UNREADABLE", "as it was"));
        await().until(() -> health().getStatus().equals(Status.DOWN));
        put("readable.txt", batch("READABLE", "as it was"));
        awaitAnswer("readable.txt");
        assertThat(health().getDetails()).anySatisfy((place, trouble) -> {
            assertThat(place).startsWith("inbound/" + DETAIL + "/.taking/");
            assertThat(trouble).asString().contains("cannot be read").contains("permission denied");
        });
        assertThat(lines(output, "cannot be read")).as("said once").hasSize(1);

        transfers.allowToRead();
        awaitAnswer("unreadable.txt");
        assertThat(arrivals("unreadable.txt")).isOne();
        await().until(() -> health().getStatus().equals(Status.UP));
    }

    @Test
    void anAnswerWhoseUploadIsCutInItsMiddleIsThereWholeOrNotAtAll() {
        transfers.cutUploads(2);

        put("upload.txt", batch("UPLOAD", "as it was"));

        awaitAnswer("upload.txt");
        assertThat(transfers.hasCutAll()).isTrue();
        assertThat(results("upload.txt")).hasSize(MANY);
        assertThat(outbound()).containsOnlyOnce("upload.txt.answer");
    }

    @Test
    void onAServerThatIsFullAnAnswerWaitsForRoomAndHealthSaysSo(CapturedOutput output) {
        await().until(() -> health().getStatus().equals(Status.UP));
        var before = uploads();
        transfers.fill();

        put("full.txt", batch("FULL", "as it was"));
        await().until(() -> uploads() > before + 2);
        assertThat(outbound()).doesNotContain("full.txt.answer");
        await().until(() -> health().getStatus().equals(Status.DOWN));
        assertThat(health().getDetails().get("outbound/" + DETAIL)).asString().contains("cannot be written");
        assertThat(lines(output, "answers cannot be delivered")).as("said once").hasSize(1);

        transfers.makeRoom();
        awaitAnswer("full.txt");
        assertThat(results("full.txt")).hasSize(MANY);
        await().until(() -> health().getStatus().equals(Status.UP));
    }

    @Test
    void whereAnswersMayNoLongerBePutTheyWaitAndHealthSaysSo() {
        bridge.surroundings().sftp().forbidden().forbid("/outbound/" + DETAIL);

        put("forbidden.txt", batch("FORBIDDEN", "as it was"));
        await().until(() -> health().getStatus().equals(Status.DOWN));
        assertThat(health().getDetails().get("outbound/" + DETAIL)).asString().contains("permission denied");
        assertThat(outbound()).doesNotContain("forbidden.txt.answer");

        bridge.surroundings().sftp().forbidden().allow();
        awaitAnswer("forbidden.txt");
        assertThat(results("forbidden.txt")).hasSize(MANY);
        await().until(() -> health().getStatus().equals(Status.UP));
    }

    /** How often an answer was begun to be written. */
    private long uploads() {
        return bridge.surroundings().sftp().journal().operationsOn(".answer.tmp").stream()
                .filter(line -> line.startsWith("open "))
                .count();
    }

    private static List<String> lines(CapturedOutput output, String words) {
        return output.toString().lines().filter(line -> line.contains(words)).toList();
    }

    private byte[] batch(String number, String remark) {
        return format.batch(
                number,
                IntStream.range(0, MANY)
                        .mapToObj(i -> with(detail(number + i, "CS1"), "remark", remark))
                        .toList());
    }

    private void put(String name, byte[] content) {
        try {
            var folder = Files.createDirectories(home().resolve("inbound").resolve(DETAIL));
            var file = Files.write(folder.resolve(name + ".tmp"), content);
            // the server tells times to the second
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(10)));
            Files.move(file, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rewrite(String name, byte[] content) {
        try (var files = Files.list(home().resolve("inbound/" + DETAIL + "/.taking"))) {
            var taken = files.filter(file -> file.toString().endsWith(name))
                    .findFirst()
                    .orElseThrow();
            Files.write(taken, content, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never seen before it is whole. */
    private void awaitAnswer(String name) {
        var answer = home().resolve("outbound/" + DETAIL + "/" + name + ".answer");
        await().until(() -> Files.exists(answer));
        assertThat(read(answer)).endsWith("\r\n");
    }

    /** Status and remark of each document; the last line must be there. */
    private List<String> results(String name) {
        var lines = format.read(read(home().resolve("outbound/" + DETAIL + "/" + name + ".answer"))
                .getBytes(ErpFormat.CHARSET));
        assertThat(lines).last().satisfies(line -> assertThat(line.record()).isEqualTo("trailer"));
        return lines.stream()
                .filter(line -> line.record().equals("result"))
                .map(line -> line.get("status") + " " + line.get("remark"))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ErpFormat.CHARSET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> outbound() {
        return bridge.erp().list("outbound/" + DETAIL);
    }

    private int arrivals(String name) {
        return bridge.ledger()
                .sql("select count(*) from arrival where file_name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private Health health() {
        return (Health) bridge.bridge().bean(HealthEndpoint.class).healthForPath("erpSftp");
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    private Path home() {
        return bridge.surroundings().sftp().home();
    }
}
