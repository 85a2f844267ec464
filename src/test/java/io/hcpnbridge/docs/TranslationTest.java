package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.docs.Blocks.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A page in Chinese says what the same page in English says: the same sections, commands, samples, settings, lines, queries, links and figures. */
class TranslationTest {
    private static final Pattern FENCED = Pattern.compile("```\\w+");
    private static final Pattern HEADING = Pattern.compile("#+");
    private static final Pattern READ = Pattern.compile("##+|text|item");
    private static final Pattern ROW = Pattern.compile("row");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern FIGURE = Pattern.compile("(?<![\\w.])\\d+(?:[.,]\\d+)*(?![\\w])");
    /** Of a sequence diagram: who somebody is, and what is said. */
    private static final Pattern SAID = Pattern.compile("(?m)(^ *participant \\w+ as |^ *\\w+-+>>\\w+: ).*$");

    private static final Pattern LABEL = Pattern.compile("\"[^\"]*\"|\\(\\[[^\\]]*\\]\\)");
    private static final Pattern COMMENT = Pattern.compile("(?m)\\s*(?:#|--) .*$");

    static Stream<Path> pages() {
        return Stream.concat(Pages.english().stream(), Pages.ofMappings().stream());
    }

    static Stream<Arguments> sections() {
        return sections(pages());
    }

    /** In the tables of columns, each language has figures of its own: {@code UTC+8} is 东八区. */
    static Stream<Arguments> sectionsWithFigures() {
        return sections(Pages.english().stream());
    }

    private static Stream<Arguments> sections(Stream<Path> pages) {
        return pages.flatMap(page -> {
            var english = Page.of(page).sections();
            var chinese = Page.of(Pages.chinese(page)).sections();
            return IntStream.range(0, Math.min(english.size(), chinese.size()))
                    .mapToObj(i -> Arguments.of(
                            page + ": " + english.get(i).title(),
                            Blocks.of(english.get(i).text()),
                            Blocks.of(chinese.get(i).text())));
        });
    }

    @Test
    void noPageIsInOneLanguageOnly() {
        assertThat(Pages.below(Path.of("src/docs/zh")))
                .containsExactlyElementsOf(Pages.below(Path.of("src/docs/en")).stream()
                        .map(Pages::chinese)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void bothHaveTheSameSections(Path page) {
        assertThat(Blocks.of(Page.of(Pages.chinese(page)).text()).of(HEADING))
                .extracting(Block::kind)
                .isEqualTo(Blocks.of(Page.of(page).text()).of(HEADING).stream()
                        .map(Block::kind)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachLeadsToTheOtherAtItsTop(Path page) {
        var chinese = Pages.chinese(page);
        assertThat(Page.of(page).sections().get(0).links())
                .extracting(link -> target(page, link))
                .contains(chinese);
        assertThat(Page.of(chinese).sections().get(0).links())
                .extracting(link -> target(chinese, link))
                .contains(page);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void bothHaveTheSameLinksAndPictures(Path page) {
        assertThat(links(Pages.chinese(page))).containsExactlyElementsOf(links(page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageInChineseLeadsToOthersInChinese(Path page) {
        var chinese = Pages.chinese(page);
        assertThat(Page.of(chinese).links())
                .extracting(link -> target(chinese, link))
                .filteredOn(target -> !target.equals(page))
                .doesNotContainAnyElementsOf(pages().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void aSectionHasTheSameParagraphsListsAndTables(String title, Blocks english, Blocks chinese) {
        assertThat(chinese.kinds()).isEqualTo(english.kinds());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void aSectionHasTheSameCodeApartFromComments(String title, Blocks english, Blocks chinese) {
        assertThat(chinese.of(FENCED).stream().map(TranslationTest::withoutWords))
                .containsExactlyElementsOf(english.of(FENCED).stream()
                        .map(TranslationTest::withoutWords)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void everyParagraphItemAndRowNamesTheSame(String title, Blocks english, Blocks chinese) {
        assertThat(chinese.all()).hasSameSizeAs(english.all());
        for (int i = 0; i < english.all().size(); i++) {
            var translated = chinese.all().get(i);
            assertThat(translated.code())
                    .as(translated.text())
                    .isEqualTo(english.all().get(i).code());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void aTableHasTheSameNamesDefaultsAndLogLines(String title, Blocks english, Blocks chinese) {
        var rows = chinese.of(ROW);
        assertThat(rows).hasSameSizeAs(english.of(ROW));
        for (int i = 0; i < rows.size(); i++) {
            var cells = Page.cells(english.of(ROW).get(i).text());
            var translated = Page.cells(rows.get(i).text());
            assertThat(translated).as(rows.get(i).text()).hasSameSizeAs(cells);
            for (int k = 0; k < cells.size(); k++) {
                if (cells.get(k).matches("`[^`]*`|[-: ]*|[A-Z0-9]+")) {
                    assertThat(translated.get(k)).as(rows.get(i).text()).isEqualTo(cells.get(k));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sectionsWithFigures")
    void aSectionHasTheSameFigures(String title, Blocks english, Blocks chinese) {
        assertThat(figures(chinese)).containsExactlyElementsOf(figures(english));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void everythingThatIsReadIsInChinese(String title, Blocks english, Blocks chinese) {
        assertThat(chinese.of(READ))
                .filteredOn(block -> block.words().matches("(?s).*[a-z]{4}.*"))
                .allSatisfy(block -> assertThat(HAN.matcher(block.text()).find())
                        .as(block.text())
                        .isTrue());
    }

    /** Behind a full-width mark, {@code **} ends nothing if a character follows at once. */
    @ParameterizedTest
    @MethodSource("pages")
    void noEmphasisIsLeftOpen(Path page) {
        assertThat(Page.of(Pages.chinese(page)).text())
                .doesNotContainPattern("\\*\\*[^*\\n]+[：。，；、）]\\*\\*[^\\s\\p{P}]");
    }

    private static List<String> links(Path page) {
        return Page.of(page).links().stream()
                .map(link -> meant(page, link))
                .sorted()
                .toList();
    }

    /** What a link leads to, for a page or picture that is in both languages the one in English, whose headings have other names. */
    private static String meant(Path page, String link) {
        if (link.contains("://")) {
            return link;
        }
        var target = target(page, link);
        return pages().filter(english -> target.equals(english) || target.equals(Pages.chinese(english)))
                .findFirst()
                .map(english -> english + (link.contains("#") ? "#" : ""))
                .orElse(target.toString().replace("/desk/zh/", "/desk/en/") + link.replaceFirst("^[^#]+", ""));
    }

    private static Path target(Path page, String link) {
        var file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    /** Comments and the labels of a diagram are for people; all the rest of a block is for machines, or comes from them. */
    private static List<String> withoutWords(Block block) {
        var text = block.text();
        if (block.kind().equals("```mermaid")) {
            text = LABEL.matcher(text).replaceAll("\"\"");
            text = SAID.matcher(text).replaceAll("$1");
        } else if (!block.kind().equals("```text")) {
            text = COMMENT.matcher(text).replaceAll("");
        }
        return Stream.concat(Stream.of(block.kind()), text.lines()).toList();
    }

    private static List<String> figures(Blocks blocks) {
        return blocks.all().stream()
                .filter(block -> !FENCED.matcher(block.kind()).matches())
                .flatMap(block -> FIGURE.matcher(block.words()).results())
                .map(figure -> figure.group())
                .sorted()
                .distinct()
                .toList();
    }
}
