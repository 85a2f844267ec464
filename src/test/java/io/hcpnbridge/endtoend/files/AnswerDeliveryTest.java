package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/** An answer is whole or not there, and an answer that is owed arrives sooner or later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerDeliveryTest {
    private static final String DETAIL = "orders.detail";

    private final ErpFormat format = ErpFormat.of(DETAIL);
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.sftp().watch(new FasterReplica());
        surroundings.set("erp.sftp.poll-interval", "200");
        surroundings.set("erp.sftp.connect-timeout", "2000");
    });

    @AfterEach
    void noHalfAnswerIsLeft() {
        assertThat(answers().filter(name -> name.endsWith(".tmp"))).isEmpty();
    }

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void anAnswerIsWrittenUnderATemporaryNameAndThenRenamed() {
        drop("half.txt", "HALF");
        awaitAnswer("half.txt");

        assertThat(bridge.surroundings().sftp().journal().operationsOn("half.txt.answer"))
                .singleElement()
                .asString()
                .startsWith("link ")
                .contains(".answer.tmp -> ")
                .endsWith("half.txt.answer");
    }

    @Test
    void theOldAnswerStaysBesideTheNewOne() {
        drop("twice.txt", "TWICE1");
        awaitAnswer("twice.txt");
        drop("twice.txt", "TWICE2");
        awaitAnswer("twice.txt.2");

        assertThat(statuses("twice.txt")).containsExactly("TWICE1 OK");
        assertThat(statuses("twice.txt.2")).containsExactly("TWICE2 OK");
    }

    @Test
    void anAnswerThatAnotherReplicaHasDeliveredMeanwhileIsNotDeliveredUnderASecondName() {
        drop(FasterReplica.FILE, "FASTER");
        awaitAnswer(FasterReplica.FILE);
        drop("after.txt", "AFTER");
        awaitAnswer("after.txt");

        assertThat(statuses(FasterReplica.FILE)).containsExactly("FASTER OK");
        assertThat(answers().filter(name -> name.startsWith(FasterReplica.FILE)))
                .containsExactly(FasterReplica.FILE + ".answer");
    }

    /** If the adapter stands still between its look at the name and its taking it, it finds that another has. */
    private static final class FasterReplica implements SftpEventListener {
        static final String FILE = "faster.txt";

        @Override
        public void linking(ServerSession session, Path source, Path target, boolean symLink) throws IOException {
            if (target.endsWith(FILE + ".answer")) {
                Files.copy(source, target);
            }
        }
    }

    @Test
    void aFolderThatVanishedIsMadeAgain() throws IOException {
        drop("before.txt", "BEFORE");
        awaitAnswer("before.txt");
        FileSystemUtils.deleteRecursively(home().resolve("outbound"));

        drop("vanished.txt", "VANISHED");

        awaitAnswer("vanished.txt");
    }

    @Test
    void anAnswerThatCannotBeDeliveredKeepsNoOtherWaitingAndComesLater() throws IOException {
        var blocked = home().resolve("outbound/orders.list");
        FileSystemUtils.deleteRecursively(blocked);
        Files.createDirectories(blocked.getParent());
        Files.writeString(blocked, "a file where the folder should be");
        for (int i = 0; i < 25; i++) {
            put("orders.list", "blocked" + i + ".txt", ("not a batch " + i).getBytes(ErpFormat.CHARSET));
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> owed() == 25);

        drop("not blocked.txt", "NOTBLOCKED");
        awaitAnswer("not blocked.txt");

        Files.delete(blocked);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> owed() == 0);
        assertThat(blocked.resolve("blocked24.txt.answer")).exists();
    }

    @Test
    void dropsOfTheConnectionLoseNothing() {
        for (int i = 0; i < 12; i++) {
            put(DETAIL, "drop" + i + ".txt", batch("DROP" + i));
            bridge.surroundings().sftp().dropConnections();
            Awaitility.await().pollDelay(Duration.ofMillis(150)).until(() -> true);
        }

        IntStream.range(0, 12).forEach(i -> awaitAnswer("drop" + i + ".txt"));
        IntStream.range(0, 12)
                .forEach(i -> assertThat(statuses("drop" + i + ".txt")).containsExactly("DROP" + i + " OK"));
    }

    @Test
    void aServerThatIsAwayForAWhileLosesNothing() {
        put(DETAIL, "away1.txt", batch("AWAY1"));
        Awaitility.await().until(() -> arrivals("away1.txt") == 1);
        bridge.surroundings().sftp().goAway();
        put(DETAIL, "away2.txt", batch("AWAY2"));
        Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);

        bridge.surroundings().sftp().comeBack();

        awaitAnswer("away1.txt");
        awaitAnswer("away2.txt");
        assertThat(arrivals("away2.txt")).isEqualTo(1);
    }

    @Test
    void aPartnersCodeThatIsLongerThanItsColumnIsToldInTheText() {
        var code = "CBC." + "9".repeat(60);
        bridge.partner().faults().next("detail", 1, Fault.error(400, code, "Too long a story."));

        drop("code.txt", "CODE");

        awaitAnswer("code.txt");
        assertThat(format.read(read("code.txt")))
                .anySatisfy(line -> assertThat(line.fields())
                        .containsEntry("status", "REFUSED")
                        .containsEntry("code", "BRIDGE.LONG_CODE"))
                .anySatisfy(line -> assertThat(line.get("text")).isEqualTo(code + ": Too long a story."));
    }

    private void drop(String name, String document) {
        put(DETAIL, name, batch(document));
    }

    private byte[] batch(String document) {
        return format.batch(document, List.of(detail(document, "CS1")));
    }

    private void put(String interfaceName, String name, byte[] content) {
        try {
            var folder = Files.createDirectories(home().resolve("inbound").resolve(interfaceName));
            Files.move(Files.write(folder.resolve(name + ".tmp"), content), folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(String name) {
        Awaitility.await(name).atMost(Duration.ofSeconds(30)).until(() -> Files.exists(answer(name)));
    }

    private byte[] read(String name) {
        try {
            return Files.readAllBytes(answer(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Document and status of all results. */
    private List<String> statuses(String name) {
        return format.read(read(name)).stream()
                .filter(line -> line.record().equals("result"))
                .map(line -> line.get("document") + " " + line.get("status"))
                .toList();
    }

    private Path answer(String name) {
        return home().resolve("outbound/" + DETAIL + "/" + name + ".answer");
    }

    private Stream<String> answers() {
        var files = home().resolve("outbound/" + DETAIL).toFile().list();
        return Arrays.stream(files == null ? new String[0] : files);
    }

    private int owed() {
        return bridge.ledger()
                .sql("select count(*) from arrival join batch on batch.id = batch_id"
                        + " where delivered_at is null and answered_at is not null and interface = 'orders.list'")
                .query(Integer.class)
                .single();
    }

    private int arrivals(String name) {
        return bridge.ledger()
                .sql("select count(*) from arrival where file_name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private Path home() {
        return bridge.surroundings().sftp().home();
    }
}
