package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** Folders that are written into, taken away, forbidden or full of traps, on a server that allows four connections beside the ERP's own. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
@Tag("names")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFoldersTest {
    private static final String DETAIL = "orders.detail";

    private final ErpFormat format = ErpFormat.of(DETAIL);
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.sftp().allowConnections(5);
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.set("erp.sftp.patience", "4s");
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void eachFileOfOneNameIsReadHoweverFastTheyCome() {
        for (int i = 0; i < 8; i++) {
            await().until(() -> !Files.exists(inbound("same.txt")));
            put(inbound("same.txt"), batch("SAME" + i));
        }

        await().until(() -> arrivals("same.txt") == 8);
        await().until(() -> files(home().resolve("inbound/" + DETAIL + "/.done"), "same.txt") == 8);
        await().until(() -> files(home().resolve("outbound/" + DETAIL), "same.txt") == 8);
    }

    @Test
    void whatCannotBeClaimedIsNotReadAndHealthNamesTheFolder(CapturedOutput output) {
        bridge.surroundings().sftp().forbidden().forbid("/inbound/" + DETAIL);
        put(inbound("unclaimed.txt"), batch("UNCLAIMED"));
        await().until(() -> health().getStatus().equals(Status.DOWN));
        assertThat(health().getDetails().get("inbound/" + DETAIL).toString())
                .contains("cannot be claimed")
                .contains("permission denied");
        await().during(Duration.ofSeconds(2)).until(() -> arrivals("unclaimed.txt") == 0);
        assertThat(output.toString().lines().filter(line -> line.contains(DETAIL + ": files cannot be claimed")))
                .as("said once")
                .hasSize(1);
        assertThat(output.toString().lines()).noneMatch(line -> line.startsWith("\tat "));

        bridge.surroundings().sftp().forbidden().allow();

        await().until(() -> Files.exists(answer("unclaimed.txt")));
        await().until(() -> health().getStatus().equals(Status.UP));
        assertThat(arrivals("unclaimed.txt")).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeClaimedKeepsNoOtherOut() {
        bridge.surroundings().sftp().forbidden().forbid("held open.txt");
        put(inbound("held open.txt"), batch("HELD"));
        await().until(() -> health().getStatus().equals(Status.DOWN));
        assertThat(health().getDetails().get("inbound/" + DETAIL).toString()).contains("held open.txt");

        put(inbound("later 1.txt"), batch("LATER1"));
        await().until(() -> Files.exists(answer("later 1.txt")));
        put(inbound("later 2.txt"), batch("LATER2"));
        await().until(() -> Files.exists(answer("later 2.txt")));
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);

        bridge.surroundings().sftp().forbidden().allow();

        await().until(() -> Files.exists(answer("held open.txt")));
        await().until(() -> health().getStatus().equals(Status.UP));
    }

    @Test
    void whatCannotBePutAsideIsTakenInOnceAndPutAsideLater() {
        bridge.surroundings().sftp().forbidden().forbid("/.done");
        put(inbound("stuck.txt"), batch("STUCK"));
        await().until(() -> Files.exists(answer("stuck.txt")));
        await().until(() -> health().getStatus().equals(Status.DOWN));
        assertThat(health().getDetails()).containsKey("inbound/" + DETAIL + "/.done");
        await().during(Duration.ofSeconds(2)).until(() -> arrivals("stuck.txt") == 1);

        bridge.surroundings().sftp().forbidden().allow();

        await().until(() -> Files.exists(home().resolve("inbound/" + DETAIL + "/.done/stuck.txt")));
        await().until(() -> health().getStatus().equals(Status.UP));
        assertThat(arrivals("stuck.txt")).isEqualTo(1);
        assertThat(claims()).isZero();
    }

    @Test
    void whatWasLeftInTakingIsFoundAgain() {
        put(inbound(".taking/0123456789ab~left behind.txt"), batch("LEFT"));

        await().until(() -> Files.exists(answer("left behind.txt")));
        await().until(() -> Files.exists(home().resolve("inbound/" + DETAIL + "/.done/left behind.txt")));
    }

    @Test
    void anUploadThatPausesIsAwaited() throws IOException {
        var content = batch("PAUSED");
        put(inbound("paused.txt"), Arrays.copyOf(content, content.length - 25));
        put(inbound("beside.txt"), batch("BESIDE"));
        await().until(() -> Files.exists(answer("beside.txt")));
        await().during(Duration.ofSeconds(2)).until(() -> arrivals("paused.txt") == 0);
        Files.write(
                inbound("paused.txt"),
                Arrays.copyOfRange(content, content.length - 25, content.length),
                StandardOpenOption.APPEND);

        await().until(() -> Files.exists(answer("paused.txt")));
        assertThat(statuses("paused.txt")).containsExactly("OK");
        assertThat(arrivals("paused.txt")).isEqualTo(1);
    }

    @Test
    void anUploadThatNeverEndsIsRefusedInTheEnd() throws IOException {
        var content = batch("ENDLESS");
        put(inbound("endless.txt"), Arrays.copyOf(content, content.length - 25));

        await().until(() -> Files.exists(answer("endless.txt")));
        assertThat(Refusal.read(format, Files.readAllBytes(answer("endless.txt")))
                        .problems())
                .anySatisfy(problem -> assertThat(problem.rule()).contains("a line T must have"));
        await().until(() -> Files.exists(home().resolve("inbound/" + DETAIL + "/.refused/endless.txt")));
    }

    @Test
    void linksAndPipesAreNotRead() throws Exception {
        var secret = Files.writeString(home().resolve("secret.txt"), "not for the ERP");
        Files.createDirectories(inbound(""));
        Files.createSymbolicLink(inbound("link.txt"), secret);
        new ProcessBuilder("mkfifo", inbound("pipe.txt").toString()).start().waitFor();
        put(inbound("beside the traps.txt"), batch("TRAPS"));

        await().until(() -> Files.exists(answer("beside the traps.txt")));
        assertThat(Files.isSymbolicLink(inbound("link.txt"))).isTrue();
        assertThat(arrivals("link.txt") + arrivals("pipe.txt")).isZero();
        Files.delete(inbound("link.txt"));
        Files.delete(inbound("pipe.txt"));
    }

    @Test
    void aFolderThatIsALinkIsLeftAlone() throws IOException {
        var elsewhere = Files.createDirectories(home().resolve("elsewhere"));
        var list = home().resolve("inbound/orders.list");
        await().until(() -> Files.exists(list));
        FileSystemUtils.deleteRecursively(list);
        Files.createSymbolicLink(list, elsewhere);
        put(elsewhere.resolve("list.txt"), "not a batch".getBytes(ErpFormat.CHARSET));

        await().until(() -> health().getDetails().containsKey("inbound/orders.list"));
        assertThat(elsewhere.resolve("list.txt")).exists();
        Files.delete(list);
        await().until(() -> health().getStatus().equals(Status.UP));
    }

    @Test
    void aFolderThatWasTakenAwayIsMadeAgain() {
        await().until(() ->
                FileSystemUtils.deleteRecursively(home().resolve("inbound").toFile()));

        await().until(() -> Files.exists(home().resolve("inbound/" + DETAIL)));
        put(inbound("again.txt"), batch("MADEAGAIN"));
        await().until(() -> Files.exists(answer("again.txt")));
    }

    private Health health() {
        return (Health) bridge.bridge().bean(HealthEndpoint.class).healthForPath("erpSftp");
    }

    private static ConditionFactory await() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class);
    }

    private byte[] batch(String document) {
        return format.batch(document, List.of(detail(document, "CS1")));
    }

    private List<String> statuses(String name) throws IOException {
        return format.read(Files.readAllBytes(answer(name))).stream()
                .filter(line -> line.record().equals("result"))
                .map(line -> line.get("status"))
                .toList();
    }

    private Path answer(String name) {
        return home().resolve("outbound/" + DETAIL + "/" + name + ".answer");
    }

    private Path inbound(String name) {
        return home().resolve("inbound/" + DETAIL + "/" + name);
    }

    private static long files(Path folder, String beginning) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int arrivals(String name) {
        return bridge.ledger()
                .sql("select count(*) from arrival where file_name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private int claims() {
        return bridge.ledger()
                .sql("select count(*) from file_claim")
                .query(Integer.class)
                .single();
    }

    private Path home() {
        return bridge.surroundings().sftp().home();
    }

    private static void put(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
