package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show of the samples stands in them. */
class SamplesInPagesTest {
    private static final Page PAGES = Pages.all();
    private static final String LEFT_OUT = "⋯";

    /** The comment before a block says which sample it is from. */
    private static final Pattern EXCERPT =
            Pattern.compile("(?s)<!-- (\\S+\\.(?:txt|csv|xml)) -->\\n```text\\n(.*?)```");

    private static final Pattern MESSAGE = Pattern.compile("(?s)<!-- (\\S+\\.json) -->\\n```json\\n(.*?)```");

    private static final Pattern BOARD = Pattern.compile("(?m)^ ([a-z.-]+)/(\\S+)\\.in\\.(\\w+) +(\\d+) lines +yes$");

    static Stream<MatchResult> excerpts() {
        return matches(EXCERPT);
    }

    static Stream<MatchResult> messages() {
        return matches(MESSAGE);
    }

    static Stream<MatchResult> boardLines() {
        return matches(BOARD);
    }

    @Test
    void thereAreExcerptsOfAFileItsAnswerAndARefusal() {
        assertThat(excerpts()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(boardLines()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("excerpts")
    void anExcerptStandsInItsSample(MatchResult excerpt) throws Exception {
        var shown =
                excerpt.group(2).lines().filter(line -> !line.equals(LEFT_OUT)).toList();
        assertThat(SampleColumns.of(excerpt.group(1))).containsSubsequence(shown);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void anExcerptOfAMessageStandsInItsSample(MatchResult excerpt) throws IOException {
        var shown =
                excerpt.group(2).lines().filter(line -> !line.equals(LEFT_OUT)).toList();
        assertThat(Files.readAllLines(Path.of("mappings").resolve(excerpt.group(1))))
                .containsSubsequence(shown);
    }

    @ParameterizedTest
    @MethodSource("boardLines")
    void theBoardCountsTheLinesOfTheAnswer(MatchResult line) throws IOException {
        var answer = Path.of("mappings", line.group(1), "samples", line.group(2) + ".answer." + line.group(3));
        var charset = line.group(3).equals("json")
                ? StandardCharsets.UTF_8
                : ErpFormat.of(line.group(1)).charset();
        assertThat(Files.readAllLines(answer, charset)).hasSize(Integer.parseInt(line.group(4)));
    }

    private static Stream<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(PAGES.text()).results();
    }
}
