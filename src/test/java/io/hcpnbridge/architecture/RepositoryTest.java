package io.hcpnbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the repository holds, and what it must not. */
class RepositoryTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Set<String> TOP_LEVEL = Set.of(
            "pom.xml", "README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE", "routes", "mappings", "helm", "src");
    private static final Set<String> BINARY = Set.of("png", "jar", "p12", "jks", "gz", "zip");
    private static final int LONGEST_CLASS = 250;
    /** A test is a list of short specifications; it may be longer. */
    private static final int LONGEST_TEST = 400;

    /** Put together from pieces, so that this file does not find itself. */
    private static final Pattern OF_ONE_MACHINE = Pattern.compile(String.join(
            "|",
            "(?<![\\w.])/(" + "work|tmp|root|home)/[\\w.]",
            "\\.\\./" + "shared/",
            "https?://[\\w.-]*\\.(" + "internal|intranet|corp|lan)\\b",
            "https?://(10|192\\.168|172\\.(1[6-9]|2\\d|3[01]))\\.[\\d.]+",
            "https?://[\\w.-]*(" + "nexus|artifactory)[\\w-]*\\."));

    private static final Pattern SECRET = Pattern.compile("-----BEGIN [A-Z ]*" + "PRIVATE KEY-----");

    @Test
    void theTopLevelHoldsNothingElse() {
        Set<String> found = tracked().stream()
                .map(file -> file.getName(0).toString())
                .filter(name -> !name.startsWith("."))
                .collect(Collectors.toSet());
        assertThat(TOP_LEVEL).containsAll(found);
    }

    @Test
    void nothingTellsOfTheMachineItWasWrittenOn() {
        assertThat(findings(OF_ONE_MACHINE)).isEmpty();
    }

    @Test
    void thereIsNoPrivateKey() {
        assertThat(findings(SECRET)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<Path> silent = tracked().stream()
                .filter(file ->
                        file.startsWith("src/main/java") && file.toString().endsWith(".java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(ROOT.resolve(folder).resolve("package-info.java")))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void noClassIsLongerThanAReaderCanHold() {
        List<String> tooLong = tracked().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file ->
                        text(file).lines().count() > (file.startsWith("src/main") ? LONGEST_CLASS : LONGEST_TEST))
                .map(Path::toString)
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    void thePatternsFindWhatTheyAreFor() {
        for (String bad : List.of(
                "/wor" + "k/shared",
                "see /tm" + "p/x",
                "../sha" + "red/api",
                "http://10." + "0.0.1/m2",
                "https://nex" + "us.firm.example/",
                "http://build.in" + "ternal/")) {
            assertThat(OF_ONE_MACHINE.matcher(bad).find()).as(bad).isTrue();
        }
        for (String good : List.of("io/hcpnbridge/work/Claim.java", "https://bss.myhuaweicloud.com/v2", "/home")) {
            assertThat(OF_ONE_MACHINE.matcher(good).find()).as(good).isFalse();
        }
    }

    private static List<String> findings(Pattern pattern) {
        return tracked().stream().flatMap(file -> findings(file, pattern)).toList();
    }

    private static Stream<String> findings(Path file, Pattern pattern) {
        return text(file).lines().filter(pattern.asPredicate()).map(line -> file + ": " + line.strip());
    }

    /** Text files that git knows, and new ones that it would take; relative paths. */
    private static List<Path> tracked() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(names.split("\0", -1))
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .filter(file -> Files.isRegularFile(ROOT.resolve(file)) && !isBinary(file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("git is needed to know which files belong to the repository", e);
        }
    }

    private static boolean isBinary(Path file) {
        String name = file.getFileName().toString();
        return BINARY.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(ROOT.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
