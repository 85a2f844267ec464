package io.hcpnbridge.intake.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.erp.sftp.RemoteFile;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the server lets nobody claim keeps no other file out, and costs few tries. */
class RefusedClaimsTest {
    private static final Folder FOLDER = new Folder("take-in", null, "orders.detail", "inbound/orders.detail");

    private final RefusedClaims refused = new RefusedClaims();

    @Test
    void aFileThatWasRefusedIsTriedAfterTheOthers() {
        refused.note(FOLDER, file("a"));

        assertThat(toTry("a", "b", "c")).containsExactly("b", "c", "a");
        assertThat(refused.first(FOLDER)).contains("a");
    }

    @Test
    void ofSeveralTheOneIsTriedThatHasWaitedLongest() {
        Stream.of("a", "b").forEach(name -> refused.note(FOLDER, file(name)));
        assertThat(toTry("a", "b")).containsExactly("a");

        refused.note(FOLDER, file("a"));

        assertThat(toTry("a", "b")).containsExactly("b");
    }

    @Test
    void whereNothingCanBeClaimedFewAreTried() {
        assertThat(refused.note(FOLDER, file("0"))).isFalse();
        assertThat(refused.note(FOLDER, file("1"))).isFalse();
        assertThat(refused.note(FOLDER, file("2"))).as("three in a row").isTrue();

        var all = IntStream.range(0, 100).mapToObj(String::valueOf).toArray(String[]::new);

        assertThat(toTry(all)).containsExactly("3", "4", "5", "0");
    }

    @Test
    void oneThatIsClaimedShowsThatTheFolderIsInOrder() {
        Stream.of("0", "1", "2").forEach(name -> refused.note(FOLDER, file(name)));

        refused.clear(FOLDER, file("3"));

        assertThat(toTry("0", "4", "5", "6", "7")).containsExactly("4", "5", "6", "7", "0");
    }

    @Test
    void whatIsGoneIsForgotten() {
        refused.note(FOLDER, file("a"));

        refused.keep(FOLDER, List.of(file("b")));

        assertThat(refused.first(FOLDER)).isEmpty();
        assertThat(toTry("a", "b")).containsExactly("a", "b");
    }

    private List<String> toTry(String... names) {
        var files = Stream.of(names).map(RefusedClaimsTest::file).toList();
        return refused.toTry(FOLDER, files).stream().map(RemoteFile::name).toList();
    }

    private static RemoteFile file(String name) {
        return new RemoteFile(name, RemoteFile.Kind.FILE, 1, 1);
    }
}
