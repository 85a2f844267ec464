package io.hcpnbridge.answer.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.AnsweredLine;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.definition.AnswerSum;
import io.hcpnbridge.text.Language;
import io.hcpnbridge.text.Wording;
import io.hcpnbridge.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in an answer between its header and its end, in the format of an interface. */
class AnswerBodyTest {
    private static final Wording ENGLISH = new Wording(Language.EN, StandardCharsets.UTF_8);

    private final RecordedLines written = RecordedLines.ofAnswer();
    private final AnswerBody body =
            new AnswerBody(new AnswerLines(written), List.of(new AnswerSum("item", "amount", "currency")), ENGLISH);

    @Test
    void eachRecordHasItsResultItsTextAndItsRowsThenComeSumsAndTheEnd() {
        body.line(line("A1", "OK", null, "well", 2));
        body.row(item("0.1"));
        body.row(item("0.2"));
        body.line(line("A2", "REFUSED", "CBC.1", "no", 0));
        body.end();

        assertThat(written.lines())
                .containsExactly(
                        "result {'document':'A1','status':'OK','code':'','rows':2}",
                        "text A1: well",
                        "item {'amount':0.1,'currency':'CNY','document':'A1'}",
                        "item {'amount':0.2,'currency':'CNY','document':'A1'}",
                        "result {'document':'A2','status':'REFUSED','code':'CBC.1','rows':0}",
                        "text A2: no",
                        "sum {'field':'amount','key':'CNY','amount':0.3,'count':2}",
                        "trailer {'records':2,'rows':2,'ok':1,'partial':0,'refused':1,'failed':0,'inDoubt':0,'pending':0}");
    }

    @Test
    void theEndCountsEveryStateAndWhatIsStillPending() {
        List.of("OK", "PARTIAL", "PARTIAL", "REFUSED", "FAILED", "IN_DOUBT", "PENDING", "PENDING")
                .forEach(status -> body.line(line("A", status, null, null, 0)));
        assertThat(body.isOpen()).as("whether something is decided later").isFalse();
        body.line(new AnsweredLine("A", "IN_DOUBT", true, null, null, json("{}"), json("{}"), 0, null));
        body.end();

        assertThat(written.lines())
                .last()
                .isEqualTo(
                        "trailer {'records':9,'rows':0,'ok':1,'partial':2,'refused':1,'failed':1,'inDoubt':2,'pending':2}");
        assertThat(body.isOpen()).isTrue();
    }

    @Test
    void whatTheErpWroteIsShownUnderTheSameNameButNeverInsteadOfWhatBecameOfIt() {
        var asked = json("{'document':'X','status':'mine','quantity':3,'total':7}");
        body.line(new AnsweredLine("A1", "OK", false, null, null, asked, json("{'total':8.50}"), 0, null));

        assertThat(json(written.lines().get(0).substring("result ".length())))
                .isEqualTo(json("{'document':'A1','status':'OK','quantity':3,'total':8.50,'code':'','rows':0}"));
        assertThat(asked)
                .as("left as it was")
                .isEqualTo(json("{'document':'X','status':'mine','quantity':3,'total':7}"));
    }

    @Test
    void aDocumentThatCameWithOtherContentBeforeShowsNothingOfEither() {
        body.line(new AnsweredLine(
                "A1",
                "REFUSED",
                false,
                "CBC.1",
                Words.same("of the first"),
                json("{'total':7}"),
                json("{'total':8}"),
                3,
                Words.of("file %s", "文件 %s", "march.txt")));

        assertThat(written.lines())
                .containsExactly(
                        "result {'document':'A1','status':'REFUSED','code':'BRIDGE.DOCUMENT_CHANGED','rows':0}",
                        "text A1: The document number came with other content before, in file march.txt; nothing was sent for"
                                + " this line");
    }

    @Test
    void aCodeThatIsTooLongForItsColumnIsToldInTheText() {
        var code = "CBC." + "9".repeat(40);
        body.line(line("A1", "REFUSED", code, "no", 0));

        assertThat(written.lines())
                .containsExactly(
                        "result {'document':'A1','status':'REFUSED','code':'BRIDGE.LONG_CODE','rows':0}",
                        "text A1: " + code + ": no");
    }

    @Test
    void aColumnThatNoLongerFitsIsToldAndTheRecordIsAnsweredNevertheless() {
        body.line(new AnsweredLine(
                "A1", "OK", false, null, null, json("{}"), json("{'total':'" + "1".repeat(30) + "'}"), 0, null));

        assertThat(written.lines().get(0)).isEqualTo("result {'document':'A1','status':'OK','code':'','rows':0}");
        assertThat(written.lines().get(1)).startsWith("text A1: A column has no place in the present format: ");
    }

    @Test
    void aRowThatNoLongerHasAPlaceIsToldAndStillCountsAndSums() {
        body.line(line("A1", "OK", null, null, 2));
        body.row(new ResultRow("k", "gone", json("{'amount':1}")));
        body.row(new ResultRow("k", "item", json("{'amount':5,'currency':'" + "Y".repeat(9) + "'}")));
        body.end();

        assertThat(written.lines().get(1)).startsWith("text A1: A row gone has no place in the present format: ");
        assertThat(written.lines().get(2)).startsWith("text A1: A row item has no place in the present format: ");
        assertThat(written.lines().get(3)).startsWith("text : A sum has no place in the present format: ");
        assertThat(written.lines()).last().asString().contains("'rows':2");
    }

    @Test
    void theErpIsToldInItsLanguageAndInEnglishWhereItsCharsetHasNoOther() {
        var no = new AnsweredLine("A1", "REFUSED", false, "C", new Words("no", "不行"), json("{}"), json("{}"), 0, null);
        var changed = new AnsweredLine(
                "A2", "OK", false, null, null, json("{}"), json("{}"), 0, Words.of("file %s", "文件 %s", "a.txt"));
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            var chinese = new AnswerBody(new AnswerLines(written), List.of(), new Wording(Language.ZH, charset));
            chinese.line(no);
            chinese.line(changed);
        }

        assertThat(written.lines())
                .filteredOn(line -> line.startsWith("text"))
                .containsExactly(
                        "text A1: 不行",
                        "text A2: 该单据号此前已随不同的内容出现在文件 a.txt 中；本行没有发送任何内容",
                        "text A1: no",
                        "text A2: The document number came with other content before, in file a.txt; nothing was sent for this"
                                + " line");
    }

    private static AnsweredLine line(String document, String status, String code, String text, long rows) {
        return new AnsweredLine(
                document,
                status,
                false,
                code,
                text == null ? null : Words.same(text),
                json("{}"),
                json("{}"),
                rows,
                null);
    }

    private static ResultRow item(String amount) {
        return new ResultRow("k", "item", json("{'amount':" + amount + ",'currency':'CNY'}"));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ExactJson.read(text.replace('\'', '"'));
    }
}
