package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are picked up, by name and by whether they are complete. */
@Tag("slow")
@Tag("names")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileNamesTest {
    private static final String DETAIL = "orders.detail";
    private static final String INBOUND = "inbound/" + DETAIL + "/";

    private final ErpFormat format = ErpFormat.of(DETAIL);
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "三月 订单.txt",
                "two  blanks .txt",
                "no-ending",
                "${exec:date}.txt",
                "100% & more#+;'=[1].txt",
                "~name.txt"
            })
    void aSafeNameWorks(String name) {
        assertThat(answerOf(name, batch(name))).contains("OK");

        assertThat(Files.exists(home().resolve(INBOUND + ".done").resolve(name)))
                .isTrue();
    }

    @Test
    void aNameOf240BytesWorks() {
        assertThat(answerOf("n".repeat(236) + ".txt", batch("240"))).contains("OK");
    }

    static Stream<Arguments> unsafeNames() {
        return Stream.of(
                arguments("-rf.txt", "%2Drf.txt", "must not begin with a dash"),
                arguments("*.txt", "%2A.txt", "must not contain * or ?"),
                arguments("daily?.txt", "daily%3F.txt", "must not contain * or ?"),
                arguments("line\nbreak.txt", "line%0Abreak.txt", "must not contain control characters"),
                arguments("bell\u0007.txt", "bell%07.txt", "must not contain control characters"),
                arguments("back\\slash.txt", "back%5Cslash.txt", "must not contain a path separator"),
                arguments("right\u202Eleft.txt", "right%E2%80%AEleft.txt", "must not contain control characters"));
    }

    @ParameterizedTest
    @MethodSource("unsafeNames")
    void anUnsafeNameIsAnsweredUnderOneThatTheErpRecognisesAndPutAside(String name, String shown, String rule) {
        var file = home().resolve(INBOUND).resolve(name);
        put(file, batch(name));

        assertThat(refusal(shown)).contains(rule);
        assertThat(file).doesNotExist();
        Awaitility.await()
                .until(() -> Files.exists(home().resolve(INBOUND + ".refused").resolve(shown)));
        assertThat(bridge.surroundings().sftp().journal().operationsOn(name))
                .as("never opened")
                .noneMatch(line -> line.startsWith("open "));
    }

    @Test
    void aNameThatIsAWildcardTouchesNoOtherFile() {
        assertThat(answerOf("first.txt", batch("WILD1"))).contains("OK");
        put(home().resolve(INBOUND + "f*.txt"), batch("WILD2"));

        assertThat(refusal("f%2A.txt")).contains("must not contain * or ?");
        assertThat(answerOf("next.txt", batch("WILD3"))).contains("OK");
        assertThat(home().resolve(INBOUND + ".done/first.txt")).exists();
        assertThat(home().resolve("outbound/" + DETAIL + "/first.txt.answer")).exists();
    }

    @Test
    void aNameOf245BytesIsCutAndKeepsItsEnding() {
        var name = "订".repeat(80) + ".txtx";
        put(home().resolve(INBOUND).resolve(name), batch("245"));

        var shown = Awaitility.await()
                .until(
                        () -> bridge.erp().list("outbound/" + DETAIL).stream()
                                .filter(file -> file.startsWith("订订订") && file.endsWith(".txtx.answer"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();

        assertThat(refusal(shown.substring(0, shown.length() - ".answer".length())))
                .contains("must not be longer than 240 bytes");
    }

    @Test
    void aLyingServerLeadsNowhere() throws Exception {
        var secret = Files.writeString(home().resolve("evil"), "not yours");
        var lies = List.of(
                "../evil", "../../evil", "a/b", "sub/../../evil", "/evil", "..", ".", "", "long".repeat(75) + ".txt");
        for (int i = 0; i < lies.size(); i++) {
            bridge.surroundings().sftp().lies().tell("lie" + i, lies.get(i));
            put(home().resolve(INBOUND + "lie" + i), batch("LIE" + i));
        }
        var before = bridge.surroundings().sftp().journal().operations().size();

        assertThat(refusedNames("name = ?", "a%2Fb")).isEqualTo(1);
        assertThat(refusedNames("name = ?", "sub%2F..%2F..%2Fevil")).isEqualTo(1);
        assertThat(refusedNames("name = ?", "%2Fevil")).isEqualTo(1);
        // by then the others were listed several times as well
        assertThat(answerOf("after the lies.txt", batch("AFTER"))).contains("OK");
        assertThat(secret).hasContent("not yours");
        var since = bridge.surroundings().sftp().journal().operations();
        assertThat(since.subList(before, since.size()).stream().filter(line -> !line.contains("/outbound/")))
                .noneMatch(line -> line.contains("evil") || line.contains("/lie") || line.contains("a/b"));
        assertThat(bridge.ledger()
                        .sql("select count(*) from arrival where file_name like '%/%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        bridge.surroundings().sftp().lies().stop();
        for (int i = 0; i < lies.size(); i++) {
            Files.deleteIfExists(home().resolve(INBOUND + "lie" + i));
        }
    }

    @Test
    void aFileThatIsStillWrittenIsLeftAloneUntilItIsComplete() throws Exception {
        var file = home().resolve(INBOUND + "growing.txt");
        var content = batch("GROWING");
        var half = content.length / 2;
        put(file, Arrays.copyOf(content, half));
        try (var erp = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            for (int i = half; i < content.length; i += 40) {
                var part = Arrays.copyOfRange(content, i, Math.min(content.length, i + 40));
                Awaitility.await().pollDelay(Duration.ofMillis(150)).until(() -> true);
                erp.write(part);
            }
        }

        assertThat(statuses(bridge.awaitAnswer(DETAIL, "growing.txt"))).contains("OK");
        assertThat(bridge.ledger()
                        .sql("select count(*) from arrival where file_name = 'growing.txt'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"left.tmp", "LEFT.TMP", "left.part", "left.txt.filepart", ".hidden"})
    void aTemporaryNameIsLeftAlone(String name) {
        var file = home().resolve(INBOUND + name);
        put(file, batch("TMP"));

        assertThat(answerOf("beside " + name + ".txt", batch("BESIDE" + name))).contains("OK");
        assertThat(file).exists();
        assertThat(refusedNamesNow("name = ?", name)).isZero();
        assertThat(bridge.surroundings().sftp().journal().operationsOn("/" + name))
                .isEmpty();
    }

    private List<String> answerOf(String name, byte[] content) {
        put(home().resolve(INBOUND + name), content);
        var answer = home().resolve("outbound/" + DETAIL + "/" + name + ".answer");
        Awaitility.await(name).atMost(Duration.ofSeconds(30)).until(() -> Files.exists(answer));
        return statuses(read(answer));
    }

    private List<String> statuses(byte[] answer) {
        return format.read(answer).stream()
                .filter(line -> line.record().equals("result"))
                .map(line -> line.get("status"))
                .toList();
    }

    private int refusedNames(String condition, String name) {
        Awaitility.await(name).until(() -> refusedNamesNow(condition, name) > 0);
        return refusedNamesNow(condition, name);
    }

    private int refusedNamesNow(String condition, String name) {
        return bridge.ledger()
                .sql("select count(*) from refused_name where " + condition)
                .param(name)
                .query(Integer.class)
                .single();
    }

    /** All rules of the refusal of a file. */
    private String refusal(String name) {
        var answer = home().resolve("outbound/" + DETAIL + "/" + name + ".answer");
        Awaitility.await(name).atMost(Duration.ofSeconds(30)).until(() -> Files.exists(answer));
        return Refusal.read(format, read(answer)).problems().stream()
                .map(Refusal.Problem::rule)
                .collect(Collectors.joining());
    }

    private byte[] batch(String document) {
        var number = Integer.toHexString(document.hashCode());
        return format.batch(number, List.of(detail(number, "CS1")));
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

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
