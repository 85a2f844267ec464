package io.hcpnbridge.answer.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.BatchProblem;
import org.junit.jupiter.api.Test;

/** What stands in a refusal. */
class RefusalBodyTest {
    private final RecordedLines written = RecordedLines.ofRefusal();
    private final RefusalBody body = new RefusalBody(new AnswerLines(written));

    @Test
    void theNameOfTheFileIsCutToItsColumnAndTheRestOfTheHeaderStays() {
        body.header(ExactJson.mapper().createObjectNode().put("batchNumber", "B1"), "a".repeat(400));

        assertThat(written.lines()).singleElement().asString().startsWith("header {'batchNumber':'B1','file':'aaaa");
    }

    @Test
    void reasonsStandInTheOrderInWhichTheyAreHandedInAndAreCounted() {
        body.problem(new BatchProblem(3, "quantity", "0", "must be at least 1"));
        body.problem(new BatchProblem(2, "document", "", "is needed"));
        body.end();

        assertThat(written.lines())
                .containsExactly(
                        "problem {'line':3,'field':'quantity','value':'0','rule':'must be at least 1'}",
                        "problem {'line':2,'field':'document','value':'','rule':'is needed'}",
                        "trailer {'problems':2}");
    }

    @Test
    void aReasonThatTakesMoreRoomTakesMoreLinesAndNothingOfItIsLost() {
        var rule = "must be ".repeat(60).strip();
        body.problem(new BatchProblem(3, "f", "v", rule));
        body.end();

        var lines = written.lines();
        assertThat(lines).hasSizeGreaterThan(2).last().isEqualTo("trailer {'problems':" + (lines.size() - 1) + "}");
        assertThat(lines.subList(0, lines.size() - 1))
                .allMatch(line -> line.startsWith("problem {'line':3,'field':'f'"));
        assertThat(String.join("", lines).split("must be", -1)).hasSize(61);
        assertThat(lines.get(1)).contains("'value':''");
    }

    @Test
    void anEmptyReasonIsALineAsWell() {
        body.problem(new BatchProblem(0, "", "", ""));

        assertThat(written.lines()).hasSize(1);
    }
}
