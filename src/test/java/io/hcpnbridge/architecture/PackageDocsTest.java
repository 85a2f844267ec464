package io.hcpnbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a package says about itself is so; whom it knows is held by {@link ArchitectureTest}. */
class PackageDocsTest {
    private static final Path ROOT = Path.of("src/main/java/io/hcpnbridge");
    private static final Pattern FILE = Pattern.compile("(?:routes|mappings)/[\\w./-]+\\.\\w+");

    static Stream<Path> packages() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.endsWith("package-info.java")
                            && !file.getParent().equals(ROOT))
                    .map(Path::getParent)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aFileThatAPackagePointsToIsThere(Path folder) throws IOException {
        assertThat(FILE.matcher(doc(folder)).results().map(found -> Path.of(found.group())))
                .allSatisfy(file -> assertThat(file).exists());
    }

    private static String doc(Path folder) {
        return text(folder.resolve("package-info.java")).replaceAll("\\n \\*", "\n");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
