package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever README.md and the other pages name exists. */
class PagesTest {
    private static final long LARGEST_README = 12_000;
    private static final Page PAGES = Pages.all();
    private static final Sources SOURCES = new Sources();
    private static final Path REHEARSAL = Path.of("src/test/java/io/hcpnbridge/rehearsal/Rehearsal.java");

    private static final Set<String> GOALS =
            Set.of("verify", "test", "package", "spring-boot:test-run", "spotless:apply", "jib:build");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void aStrangerHasReadmeReadInTwoMinutes(Path readme) throws IOException {
        assertThat(Files.size(readme)).isLessThanOrEqualTo(LARGEST_README);
    }

    @Test
    void everyPageSaysWhomItIsFor() {
        assertThat(Pages.below(Path.of("src/docs/en"))).isNotEmpty().allSatisfy(page -> assertThat(
                        Blocks.of(Page.of(page).text()).all().get(2).text())
                .as(page.toString())
                .startsWith("For "));
    }

    @Test
    void everyStatusOfARecordIsExplained() {
        assertThat(Pages.page("erp-manual").section("Results").table("status"))
                .extracting(row -> row.get(0))
                .containsExactly("`OK`", "`PARTIAL`", "`REFUSED`", "`FAILED`", "`PENDING`", "`IN_DOUBT`");
    }

    @Test
    void everyLogLineInTheTableIsLogged() {
        assertThat(Pages.page("operate").table("level"))
                .extracting(row -> row.get(1).replace("`", ""))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(SOURCES.log(line)).as(line).isTrue());
    }

    @Test
    void everyLogLineThatAPageNamesIsLogged() {
        assertThat(PAGES.code())
                .filteredOn(code -> code.contains("…") && code.contains(" "))
                .hasSizeGreaterThan(50)
                .allSatisfy(line -> assertThat(SOURCES.log(line)).as(line).isTrue());
    }

    @Test
    void everyErrorThatIsLoggedIsInTheTable() throws IOException {
        var table = Pages.page("operate").table("level").toString();
        var beans = Files.readString(Path.of("src/main/java/io/hcpnbridge/work/Settlement.java"));
        var logged = found(Pattern.compile("LOG\\.error\\(\\s*\"([^\"]+)\""), beans);
        assertThat(logged).isNotEmpty().allSatisfy(message -> assertThat(table).contains(message.replace("{}", "…")));
    }

    @Test
    void everyIdOfARouteAStepOrAnApiExists() {
        assertThat(PAGES.code())
                .filteredOn(code -> code.matches("[a-z]+(-[a-z]+)+"))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(SOURCES.contain(id) || isOfTemplate(id))
                        .as(id)
                        .isTrue());
    }

    /** Every interface has a route of that template, which no file names. */
    private static boolean isOfTemplate(String id) throws IOException {
        try (var interfaces = Files.list(Path.of("mappings"))) {
            return interfaces.anyMatch(folder ->
                    id.equals("take-in-" + folder.getFileName().toString().replace('.', '-')));
        }
    }

    @Test
    void everyCodeOfTheAdapterExists() {
        assertThat(PAGES.code())
                .filteredOn(code -> code.startsWith("BRIDGE."))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(SOURCES.contain(code)).as(code).isTrue());
    }

    @Test
    void whatDecidesTheGenerationDoesSo() throws IOException {
        var needs = new StringBuilder();
        for (String name : List.of("orders.list", "orders.detail", "orders.provisioning", "orders.renew")) {
            needs.append(Files.readString(Path.of("mappings", name, "generation.jslt")));
        }
        var rows = Pages.page("how-it-works").section("Old or new endpoints").table("the document asks for").stream()
                .map(row -> row.get(0))
                .filter(cell -> cell.contains(":"))
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(found(Pattern.compile("`(\\w+)`"), rows.toString()))
                .isNotEmpty()
                .allSatisfy(column -> assertThat(needs).contains(".record." + column));
    }

    @Test
    void everyMavenCommandNamesGoalsAndFilesThatExist() {
        var commands = commands("mvn ");
        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            var words = command.replaceAll("\"[^\"]*\"", "").split("\\s+");
            assertThat(Stream.of(words).skip(1).filter(word -> !word.startsWith("-")))
                    .isNotEmpty()
                    .isSubsetOf(GOALS);
        }
        assertThat(found(Pattern.compile("-Dtest=(\\w+)"), String.join("\n", commands)))
                .allSatisfy(test -> assertThat(isTest(test + ".java")).as(test).isTrue());
    }

    private static boolean isTest(String file) throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.anyMatch(path -> path.endsWith(file));
        }
    }

    @Test
    void everyArgumentOfTheRehearsalIsKnownToIt() throws IOException {
        var rehearsal = Files.readString(REHEARSAL);
        assertThat(found(Pattern.compile("--(rehearsal\\.[a-z-]+)="), PAGES.text()))
                .isNotEmpty()
                .allSatisfy(argument -> assertThat(rehearsal).contains("\"" + argument + "\""));
    }

    @Test
    void theJarIsCalledWhatTheBuildCallsIt() throws IOException {
        assertThat(commands("java ")).isNotEmpty().allSatisfy(command -> assertThat(command)
                .contains("target/hcpn-erp-bridge-*.jar"));
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<artifactId>hcpn-erp-bridge</artifactId>");
    }

    @Test
    void thePicturesAreSmallEnoughToLoad() throws IOException {
        try (var pictures = Files.list(Path.of("src/docs"))) {
            assertThat(pictures.filter(file -> file.toString().endsWith(".png")))
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(picture)
                            .content(StandardCharsets.ISO_8859_1)
                            .hasSizeLessThan(300_000));
        }
    }

    private static List<String> commands(String first) {
        return PAGES.blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(first))
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
