package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decisions that shaped the adapter: one short page each, of one form, and still true as far as the code can tell. */
class DecisionsTest {
    private static final Path FOLDER = Path.of("src/docs/decisions");
    private static final int LARGEST = 2_500;

    static Stream<Path> decisions() {
        return Pages.below(FOLDER).stream();
    }

    @Test
    void theyAreNumberedWithoutAGap() {
        assertThat(decisions().map(page -> page.getFileName().toString().substring(0, 4)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, (int) decisions().count())
                                .mapToObj("%04d"::formatted)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void eachHasContextDecisionAndConsequencesOnOnePage(Path page) throws IOException {
        var number = Integer.parseInt(page.getFileName().toString().substring(0, 4));

        assertThat(Page.of(page).title()).startsWith("# " + number + ". ");
        assertThat(Page.of(page).sections().stream().skip(1).map(Page::title))
                .containsExactly("## Context", "## Decision", "## Consequences");
        assertThat(Files.size(page)).isLessThan(LARGEST);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void theClassesThatHoldItExist(Path page) throws IOException {
        assertThat(Page.of(page).text()).contains("\nHeld by `");
        try (var sources = Files.walk(Path.of("src"))) {
            var names = sources.map(file -> file.getFileName().toString()).toList();
            assertThat(classes(page)).isNotEmpty().allSatisfy(name -> assertThat(names)
                    .contains(name + ".java"));
        }
    }

    @Test
    void howItWorksLeadsToEach() {
        assertThat(Pages.page("how-it-works").links())
                .containsAll(decisions()
                        .map(page -> "../decisions/" + page.getFileName())
                        .toList());
    }

    private static List<String> classes(Path page) {
        return Page.of(page).code().stream()
                .filter(code -> code.matches("[A-Z][a-z]+[A-Z]\\w+"))
                .toList();
    }
}
