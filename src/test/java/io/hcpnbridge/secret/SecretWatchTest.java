package io.hcpnbridge.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.rehearsal.MountedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with secrets that change while somebody uses what they held. */
class SecretWatchTest {
    private static final String USER_FILE = "some.user-file";
    private static final String WORD_FILE = "some.word-file";

    private final SecretWatch secrets = new SecretWatch();
    private final Log log = new Log();

    @TempDir
    private Path folder;

    /** Two values that belong together. */
    private record Pair(String user, String word) {}

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void aMountedSecretIsTakenWithTheNextLook() {
        var mounted = MountedSecret.in(folder, values("u1", "w1"));
        var pair = pair(mounted.file("user"), mounted.file("word"));

        mounted.update(values("u2", "w2"));
        assertThat(pair.get()).isEqualTo(new Pair("u1", "w1"));
        secrets.look();

        assertThat(pair.get()).isEqualTo(new Pair("u2", "w2"));
        assertThat(log.infos())
                .containsExactly("In use from now on, as the files have changed: " + USER_FILE + ", " + WORD_FILE);
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void aSecretInAVolumeOfManyIsTakenWithTheNextLookAndAnotherOnesChangeIsNoNews() {
        var mounted = MountedSecret.in(folder, Map.of("tenants/a/user", "u1", "tenants/a/word", "w1", "sftp/key", "1"));
        var pair = pair(mounted.file("tenants/a/user"), mounted.file("tenants/a/word"));
        var version = pair.version();

        mounted.update(Map.of("tenants/a/user", "u1", "tenants/a/word", "w1", "sftp/key", "2"));
        secrets.look();
        assertThat(version.isReplaced()).isFalse();
        mounted.update(Map.of("tenants/a/user", "u2", "tenants/a/word", "w2", "sftp/key", "2"));
        secrets.look();

        assertThat(pair.get()).isEqualTo(new Pair("u2", "w2"));
    }

    @Test
    void aSecretThatNeedNotBeThereComesAndGoesWithItsFile() throws IOException {
        var word = folder.resolve("word");
        var kept = secrets.keep(SecretSetting.ofFile(WORD_FILE, word, SecretRule.LINE.orNone()));
        assertThat(kept.get()).isNull();

        Files.writeString(word, "w1");
        lookUntilTaken();
        assertThat(kept.get().reveal()).isEqualTo("w1");

        Files.writeString(word, "two\nlines");
        lookUntilTaken();
        assertThat(kept.get().reveal()).isEqualTo("w1");

        Files.delete(word);
        lookUntilTaken();
        assertThat(kept.get()).isNull();
    }

    /** A file that changes in its place must have stood still. */
    private void lookUntilTaken() {
        secrets.look();
        secrets.look();
    }

    @Test
    void aMountedSecretThatSaysTheSameIsNoNews() {
        var mounted = MountedSecret.in(folder, values("u1", "w1"));
        var version = pair(mounted.file("user"), mounted.file("word")).version();

        mounted.update(values("u1", "w1\n"));
        secrets.look();

        assertThat(version.isReplaced()).isFalse();
        assertThat(log.infos()).isEmpty();
    }

    @Test
    void whoHasTheOldValueCanAskWhetherItIsReplaced() {
        var mounted = MountedSecret.in(folder, values("u1", "w1"));
        var pair = pair(mounted.file("user"), mounted.file("word"));
        var before = pair.version();

        mounted.update(values("u2", "w2"));
        secrets.look();

        assertThat(before.isReplaced()).isTrue();
        assertThat(before.value().word()).isEqualTo("w1");
        assertThat(pair.version().isReplaced()).isFalse();
    }

    @Test
    void whoFollowsIsToldTheFirstValueAndEachNewOne() {
        var mounted = MountedSecret.in(folder, values("u1", "w1"));
        var told = new ArrayList<Pair>();
        pair(mounted.file("user"), mounted.file("word")).follow(told::add);

        mounted.update(values("u2", "w2"));
        secrets.look();
        secrets.look();

        assertThat(told).containsExactly(new Pair("u1", "w1"), new Pair("u2", "w2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "tüte", "two\nlines"})
    void aBrokenValueIsReportedOnceWithoutShowingItAndTheOldOneStays(String broken) {
        var mounted = MountedSecret.in(folder, values("u1", "w1"));
        var pair = pair(mounted.file("user"), mounted.file("word"));

        mounted.update(values("u2", broken));
        secrets.look();
        secrets.look();
        mounted.update(values("u2", broken));
        secrets.look();

        assertThat(pair.get()).isEqualTo(new Pair("u1", "w1"));
        assertThat(log.warnings())
                .singleElement()
                .asString()
                .startsWith(WORD_FILE)
                .doesNotContain("tüte", "two");
        assertThat(secrets.refused()).singleElement().asString().contains(WORD_FILE);

        mounted.update(values("u3", "w3"));
        secrets.look();
        assertThat(secrets.refused()).isEmpty();
        assertThat(pair.get()).isEqualTo(new Pair("u3", "w3"));
    }

    @Test
    void theSameMistakeIsReportedAgainWhenItComesAgain() {
        var mounted = MountedSecret.in(folder, values("u1", "w1"));
        pair(mounted.file("user"), mounted.file("word"));

        for (int i = 0; i < 2; i++) {
            mounted.update(values("u2", ""));
            secrets.look();
            mounted.update(values("u1", "w1"));
            secrets.look();
        }

        assertThat(log.warnings()).hasSize(2);
        assertThat(log.infos()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsReportedAndItsValueStays() throws IOException {
        var user = write("user", "u1");
        var word = write("word", "w1");
        var pair = pair(user, word);

        Files.delete(word);
        look(5);

        assertThat(pair.get()).isEqualTo(new Pair("u1", "w1"));
        assertThat(log.warnings())
                .containsExactly(WORD_FILE + " cannot be read: " + word
                        + " (NoSuchFileException); what was there before stays in use");
    }

    @Test
    void aFileThatIsJustBeingWrittenIsWaitedFor() throws IOException {
        var user = write("user", "u1");
        var word = write("word", "w1");
        var pair = pair(user, word);

        write("user", "");
        secrets.look();
        write("user", "u2");
        secrets.look();
        write("word", "w2");
        secrets.look();
        assertThat(pair.get()).isEqualTo(new Pair("u1", "w1"));
        secrets.look();

        assertThat(pair.get()).isEqualTo(new Pair("u2", "w2"));
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void aHalfThatStaysAloneIsTakenInTheEnd() throws IOException {
        var user = write("user", "u1");
        var pair = pair(user, write("word", "w1 with a slip"));

        write("word", "w1");
        look(6);
        assertThat(pair.get().word()).isEqualTo("w1 with a slip");
        secrets.look();

        assertThat(pair.get()).isEqualTo(new Pair("u1", "w1"));
    }

    @Test
    void aFileOfTheSameLengthAndTimeIsTaken() throws IOException {
        var user = write("user", "u1");
        var word = write("word", "w1");
        var times = Files.getLastModifiedTime(user);
        var pair = pair(user, word);

        Files.setLastModifiedTime(write("user", "u2"), times);
        Files.setLastModifiedTime(write("word", "w2"), times);
        look(2);

        assertThat(pair.get()).isEqualTo(new Pair("u2", "w2"));
    }

    @Test
    void aMakerMayRefuseWhatItGets() {
        var mounted = MountedSecret.in(folder, Map.of("word", "good"));
        var value = secrets.keep(List.of(setting(WORD_FILE, mounted.file("word"))), values -> {
            if (values.get(0).reveal().equals("evil")) {
                throw new InvalidConfigurationException(WORD_FILE, "is not liked");
            }
            return values.get(0).reveal();
        });

        mounted.update(Map.of("word", "evil"));
        secrets.look();

        assertThat(value.get()).isEqualTo("good");
        assertThat(log.warnings()).containsExactly(WORD_FILE + " is not liked; what was there before stays in use");
    }

    @Test
    void noFileNoStart() throws IOException {
        var missing = folder.resolve("missing");
        assertThatThrownBy(() -> pair(missing, missing))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(USER_FILE + " cannot be read: " + missing + " (NoSuchFileException)");
        assertThatThrownBy(() -> pair(folder, folder)).hasMessageStartingWith(USER_FILE + " is no file: " + folder);
        var large = write("large", "x".repeat(65_537));
        assertThatThrownBy(() -> pair(large, large))
                .hasMessageStartingWith(USER_FILE + " is larger than 64 KiB: " + large);
        var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> pair(binary, binary)).hasMessageContaining("MalformedInputException");
    }

    @Test
    void aValueAndAFileContradictEachOther() {
        assertThatThrownBy(() -> SecretSetting.of("some.word", Secret.of("x"), "/y", SecretRule.LINE))
                .hasMessage("some.word is set together with some.word-file; keep one");
    }

    private Current<Pair> pair(Path user, Path word) {
        return secrets.keep(
                List.of(setting(USER_FILE, user), setting(WORD_FILE, word)),
                values -> new Pair(values.get(0).reveal(), values.get(1).reveal()));
    }

    private static SecretSetting setting(String property, Path file) {
        return SecretSetting.ofFile(property, file, SecretRule.matching("[ -~]+", "is not plain"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            secrets.look();
        }
    }

    private static Map<String, String> values(String user, String word) {
        return Map.of("user", user, "word", word);
    }
}
