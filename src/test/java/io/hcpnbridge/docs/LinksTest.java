package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every link of every page of the repository leads to a file, and to a heading in it. */
class LinksTest {
    private static final List<String> PLACES =
            List.of(".github", "helm", "mappings", "routes", "src/docs", "src/main", "src/test/traps.md");

    static Stream<Path> pages() throws IOException {
        try (var top = Files.list(Path.of(""))) {
            return Stream.concat(
                    top.filter(file -> file.toString().endsWith(".md")).toList().stream(),
                    PLACES.stream().flatMap(place -> Pages.below(Path.of(place)).stream()));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsSomewhere(Path page) {
        assertThat(Page.of(page).links())
                .filteredOn(link -> !link.contains("://"))
                .allSatisfy(
                        link -> assertThat(leadsSomewhere(page, link)).as(link).isTrue());
    }

    @Test
    void aLinkToAFileOrHeadingThatIsNotThereIsFound() {
        assertThat(leadsSomewhere(Pages.README, "src/docs/en/no-page.md")).isFalse();
        assertThat(leadsSomewhere(Pages.README, "mappings/README.md#no-heading"))
                .isFalse();
        assertThat(leadsSomewhere(Pages.README, "mappings/README.md#add-a-column"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/docs/en", "src/docs/zh"})
    void readmeLeadsToEveryPageOfItsLanguage(Path folder) throws IOException {
        var readme = folder.endsWith("en") ? Pages.README : Pages.chinese(Pages.README);
        try (var pages = Files.list(folder)) {
            assertThat(Page.of(readme).links())
                    .containsAll(pages.filter(Files::isRegularFile)
                            .map(Path::toString)
                            .toList());
        }
    }

    private static boolean leadsSomewhere(Path page, String link) {
        var parts = link.split("#", 2);
        var file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || hasHeading(file, parts[1]));
    }

    private static boolean hasHeading(Path file, String anchor) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                    .map(line -> line.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                    .anyMatch(anchor::equals);
        } catch (IOException e) {
            return false;
        }
    }
}
