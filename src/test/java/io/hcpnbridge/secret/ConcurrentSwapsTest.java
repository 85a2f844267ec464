package io.hcpnbridge.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.MountedSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import org.springframework.util.FileSystemUtils;

/** Whatever happens to the files between and during the looks: what is in use is whole. */
class ConcurrentSwapsTest {
    private final Path folder = temporary();

    /** An access key and a secret key, of which only those with the same number belong together. */
    private record Pair(String access, String secret) {
        boolean isWhole() {
            return access.substring(1).equals(secret.substring(1));
        }
    }

    @AfterProperty
    void clean() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Property(tries = 40)
    void aPairIsNeverMixedWhileItIsSwapped(
            @ForAll @IntRange(min = 1, max = 60) int swaps, @ForAll @IntRange(max = 3) int broken) {
        var mounted = MountedSecret.in(fresh(), values(0));
        var secrets = new SecretWatch();
        var pair = pair(secrets, mounted.file("access"), mounted.file("secret"));
        var seen = new HashSet<Pair>();

        var swapping = CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, swaps)
                .forEach(n -> mounted.update(broken > 0 && n % (broken + 1) == 0 ? brokenValues(n) : values(n))));
        while (!swapping.isDone()) {
            secrets.look();
            seen.add(pair.get());
        }
        swapping.join();
        mounted.update(values(swaps + 1));
        secrets.look();

        assertThat(seen).allMatch(Pair::isWhole);
        assertThat(pair.get()).isEqualTo(new Pair("A" + (swaps + 1), "S" + (swaps + 1)));
    }

    /** Each number is a step: 0 writes the access key of the next pair once the last is in use, 1 its secret key, others look. */
    @Property(tries = 200)
    void aPairThatIsWrittenFileByFileIsNeverMixedIfItIsWholeWithinFiveLooks(
            @ForAll List<@IntRange(max = 6) Integer> steps) {
        var place = fresh();
        var access = write(place.resolve("access"), "A0");
        var secret = write(place.resolve("secret"), "S0");
        var secrets = new SecretWatch();
        var pair = pair(secrets, access, secret);
        int accesses = 0;
        int secretsWritten = 0;
        int looksAtHalves = 0;

        for (int step : steps) {
            if (step == 0 && pair.get().secret().equals("S" + accesses)) {
                write(access, "A" + ++accesses);
            } else if (step == 1 && secretsWritten < accesses) {
                write(secret, "S" + ++secretsWritten);
                looksAtHalves = 0;
            } else if (accesses == secretsWritten || looksAtHalves++ < 5) {
                secrets.look();
            }
            assertThat(pair.get()).matches(Pair::isWhole);
        }
        if (secretsWritten < accesses) {
            write(secret, "S" + ++secretsWritten);
        }
        secrets.look();
        secrets.look();
        assertThat(pair.get()).isEqualTo(new Pair("A" + accesses, "S" + accesses));
    }

    private static Current<Pair> pair(SecretWatch secrets, Path access, Path secret) {
        return secrets.keep(
                List.of(
                        SecretSetting.ofFile("some.access-key-file", access, SecretRule.HEADER),
                        SecretSetting.ofFile("some.secret-key-file", secret, SecretRule.HEADER)),
                values -> new Pair(values.get(0).reveal(), values.get(1).reveal()));
    }

    private static Map<String, String> values(int number) {
        return Map.of("access", "A" + number, "secret", "S" + number);
    }

    private static Map<String, String> brokenValues(int number) {
        return Map.of("access", "A" + number, "secret", "");
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(folder, "try");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("swaps");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
