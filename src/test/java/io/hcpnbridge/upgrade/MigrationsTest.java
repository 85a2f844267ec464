package io.hcpnbridge.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The migrations that ship keep the rules of {@code db/migration/README.md}. */
class MigrationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private final ReleasedMigrations released = new ReleasedMigrations(resource("/upgrade/released-migrations.txt"));
    private final List<Migration> migrations = migrations();

    @Test
    void nobodyChangesWhatIsReleased() {
        assertThat(released.problems(migrations)).isEmpty();
    }

    @Test
    void theVersionBeforeCanLiveWithWhatCameAfterTheFirstRelease() {
        assertThat(new MigrationLint(released.releases()).problems(released.afterTheFirst(migrations)))
                .isEmpty();
    }

    @Test
    void eachVersionIsThereOnce() {
        assertThat(migrations).isNotEmpty().extracting(Migration::version).doesNotHaveDuplicates();
    }

    private static List<Migration> migrations() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md"))
                    .map(file -> Migration.of(file.getFileName().toString(), text(file)))
                    .sorted(Comparator.comparingInt(Migration::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var stream = MigrationsTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
