package io.hcpnbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a package says about itself is so. */
class PackageDocsTest {
    private static final Path ROOT = Path.of("src/main/java/io/hcpnbridge");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?io\\.hcpnbridge\\.([a-z]+)", Pattern.MULTILINE);
    private static final Pattern KNOWS =
            Pattern.compile("\\b(?:Knows|May know)\\s(.*?)(?:;|\\.(?=\\s|$))", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\{@code (?:io\\.hcpnbridge\\.)?([a-z]+)[a-z.]*}");
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
    void aPackageSaysWhichOtherPartsItKnows(Path folder) throws IOException {
        var said = new TreeSet<String>();
        var sentence = KNOWS.matcher(doc(folder));
        if (sentence.find()) {
            NAME.matcher(sentence.group(1)).results().forEach(name -> said.add(name.group(1)));
        }

        assertThat(others(said, folder)).isEqualTo(others(imported(folder), folder));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aFileThatAPackagePointsToIsThere(Path folder) throws IOException {
        assertThat(FILE.matcher(doc(folder)).results().map(found -> Path.of(found.group())))
                .allSatisfy(file -> assertThat(file).exists());
    }

    private static Set<String> imported(Path folder) throws IOException {
        var imported = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file ->
                            IMPORT.matcher(text(file)).results().forEach(found -> imported.add(found.group(1))));
        }
        return imported;
    }

    private static Set<String> others(Set<String> names, Path folder) {
        var others = new TreeSet<>(names);
        others.removeAll(ArchitectureTest.COMMON);
        others.remove(ROOT.relativize(folder).getName(0).toString());
        return others;
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
