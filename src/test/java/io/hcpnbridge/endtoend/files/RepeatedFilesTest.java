package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static io.hcpnbridge.endtoend.files.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A file is known by its content and a document by its number, never by the file's name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedFilesTest {
    private static final String DETAIL = "orders.detail";

    private final ErpFormat format = ErpFormat.of(DETAIL);
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.set("partner.quotas.show-order-new", "1000");
        surroundings.set("partner.quotas.show-order-old", "1000");
        surroundings.knowCustomer("c1");
        for (int i = 0; i < 10; i++) {
            var id = "CS" + i;
            surroundings.partner().order("c1", order -> order.id(id));
        }
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Tag("slow")
    @Tag("volume")
    @Test
    void theSame5000LinesUnderAnotherNameGetTheSameAnswerWithoutACall() {
        // only some of them need a call: the others contradict themselves and are answered without one
        var records = IntStream.range(0, 5_000)
                .mapToObj(i -> i % 50 == 0 ? detail("L" + i, "CS1") : contradiction("L" + i))
                .toList();
        var content = format.batch("LARGE", records);
        var first = bridge.answerTo(DETAIL, "large.txt", content);
        var calls = bridge.partner().journal().total();

        var again = bridge.answerTo(DETAIL, "large again.txt", content);

        assertThat(again).isEqualTo(first);
        assertThat(bridge.partner().journal().total()).isEqualTo(calls).isGreaterThanOrEqualTo(100);
        assertThat(results(first)).hasSize(5_000);
        assertThat(results(first).get(50).get("status")).isEqualTo("OK");
    }

    @Test
    void theSameFileAgainIsAnsweredAgain() {
        var content = format.batch("AGAIN", List.of(detail("AGAIN-1", "CS2")));
        var first = bridge.answerTo(DETAIL, "again.txt", content);
        var calls = bridge.partner().journal().total();
        bridge.erp().delete("outbound/orders.detail/again.txt.answer");

        assertThat(bridge.answerTo(DETAIL, "again.txt", content)).isEqualTo(first);
        assertThat(bridge.partner().journal().total()).isEqualTo(calls);
    }

    @Test
    void newContentUnderAnOldNameIsANewBatch() {
        bridge.answerTo(DETAIL, "daily.txt", format.batch("MONDAY", List.of(detail("MONDAY-1", "CS3"))));

        bridge.erp().drop(DETAIL, "daily.txt", format.batch("TUESDAY", List.of(detail("TUESDAY-1", "CS4"))));

        assertThat(results(bridge.awaitAnswer(DETAIL, "daily.txt.2")))
                .extracting(line -> line.get("document"), line -> line.get("status"))
                .containsExactly(tuple("TUESDAY-1", "OK"));
        assertThat(results(bridge.awaitAnswer(DETAIL, "daily.txt")))
                .as("the answer that the ERP has not fetched")
                .extracting(line -> line.get("document"))
                .containsExactly("MONDAY-1");
        assertThat(done("daily.txt")).as("nothing of the past is overwritten").hasSize(2);
    }

    @Test
    void theSameAnswerIsNotDeliveredTwiceSideBySide() {
        var content = format.batch("UNFETCHED", List.of(detail("UNFETCHED-1", "CS3")));
        var first = bridge.answerTo(DETAIL, "unfetched.txt", content);

        bridge.erp().drop(DETAIL, "unfetched.txt", content);
        Awaitility.await().until(() -> delivered("unfetched.txt") == 2);

        assertThat(bridge.erp().list("outbound/" + DETAIL))
                .filteredOn(name -> name.startsWith("unfetched.txt"))
                .containsExactly("unfetched.txt.answer");
        assertThat(bridge.awaitAnswer(DETAIL, "unfetched.txt")).isEqualTo(first);
    }

    @Test
    void theSameDocumentInAnotherFileHasTheSameResultWithoutACall() {
        var known = detail("SAME-1", "CS5");
        var first = bridge.answerTo(DETAIL, "same-1.txt", format.batch("SAME", List.of(known)));
        var calls = bridge.partner().journal().total();

        var second = bridge.answerTo(
                DETAIL, "same-2.txt", format.batch("SAME-MORE", List.of(contradiction("SAME-2"), known)));

        assertThat(bridge.partner().journal().total()).isEqualTo(calls);
        assertThat(linesOf("SAME-1", second))
                .isEqualTo(linesOf("SAME-1", first))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aDocumentWithOtherContentIsRefusedAloneAndNamesTheFile() {
        bridge.answerTo(DETAIL, "first come.txt", format.batch("FIRST", List.of(detail("CHANGED-1", "CS6"))));

        var answer = bridge.answerTo(
                DETAIL,
                "second.txt",
                format.batch("SECOND", List.of(detail("CHANGED-1", "CS7"), detail("UNCHANGED-1", "CS7"))));

        assertThat(results(answer).get(0).fields())
                .containsEntry("document", "CHANGED-1")
                .containsEntry("status", "REFUSED")
                .containsEntry("code", "BRIDGE.DOCUMENT_CHANGED");
        assertThat(text("CHANGED-1", answer)).contains("first come.txt");
        assertThat(results(answer).get(1).get("status")).isEqualTo("OK");
        assertThat(format.read(answer).get(format.read(answer).size() - 1).fields())
                .containsEntry("records", "000000002")
                .containsEntry("ok", "000000001")
                .containsEntry("refused", "000000001");
    }

    @Test
    void aBlankColumnMoreDoesNotMakeItAnotherDocument() {
        var first = bridge.answerTo(
                DETAIL,
                "spaced-1.txt",
                format.batch("SPACED", List.of(with(detail("SPACED-1", "CS8"), "remark", "r"))));
        var second = bridge.answerTo(
                DETAIL,
                "spaced-2.txt",
                format.batch("SPACED-2", List.of(with(detail("SPACED-1", "CS8"), "remark", " r"))));

        assertThat(linesOf("SPACED-1", second)).isEqualTo(linesOf("SPACED-1", first));
    }

    @Test
    void chineseAndFourByteCharactersComeBackUnchanged() {
        var document = "单据-𠀀-2026";
        var remark = "备注：𠮷野 ㈱ ඞ Ǆ";

        var answer = bridge.answerTo(
                DETAIL, "文本.txt", format.batch("批次-𠀁", List.of(with(detail(document, "CS9"), "remark", remark))));

        assertThat(format.read(answer).get(0).get("batchNumber")).isEqualTo("批次-𠀁");
        assertThat(results(answer).get(0).fields())
                .containsEntry("document", document)
                .containsEntry("remark", remark)
                .containsEntry("status", "OK");
    }

    private List<String> done(String name) {
        return bridge.erp().list("inbound/" + DETAIL + "/.done").stream()
                .filter(file -> file.startsWith(name))
                .toList();
    }

    private int delivered(String name) {
        return bridge.ledger()
                .sql("select count(*) from arrival where file_name = ? and delivered_at is not null")
                .param(name)
                .query(Integer.class)
                .single();
    }

    /** Asks for what only the old and what only the new endpoints can tell. */
    private static Map<String, String> contradiction(String document) {
        return with(with(detail(document, "CS1"), "wantOriginal", "Y"), "wantExtended", "Y");
    }

    private List<Line> results(byte[] answer) {
        return format.read(answer).stream()
                .filter(line -> line.record().equals("result"))
                .toList();
    }

    private List<Line> linesOf(String document, byte[] answer) {
        return format.read(answer).stream()
                .filter(line -> document.equals(line.get("document")))
                .toList();
    }

    private String text(String document, byte[] answer) {
        var text = new ArrayList<String>();
        linesOf(document, answer).stream()
                .filter(line -> line.record().equals("text"))
                .forEach(line -> text.add(line.get("text")));
        return String.join("", text);
    }
}
