package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each situation has one page of one form, which operators find from the first table of theirs. */
class RunbooksTest {
    static Stream<Path> runbooks() {
        return Pages.below(Path.of("src/docs/en/runbooks")).stream();
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void aRunbookSaysHowItShowsWhatHappensWhatToDoAndWhenItIsOver(Path runbook) {
        assertThat(Page.of(runbook).sections().stream().skip(1).map(Page::title))
                .containsExactly("## How it shows", "## What the adapter does", "## What to do", "## It is over when");
    }

    @Test
    void operatorsFindEachInTheTableOfSituations() {
        assertThat(Pages.page("operate").section("When something is wrong").links())
                .containsExactlyInAnyOrderElementsOf(runbooks()
                        .map(runbook -> "runbooks/" + runbook.getFileName())
                        .toList());
    }
}
