package io.hcpnbridge.answer.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.AnsweredLine;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.definition.AnswerSum;
import io.hcpnbridge.mapping.format.UnfitValueException;
import io.hcpnbridge.text.Wording;
import io.hcpnbridge.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything between an answer's header and its end: per record its result, its text and its rows; then sums and trailer. A
 * document that came before a change of the format may have rows that no longer fit; these are told in words, so that one of them
 * cannot keep the whole batch from being answered.
 */
public final class AnswerBody {
    private final AnswerLines writer;
    private final AnswerSums sums;
    private final Wording wording;
    private final Map<String, Long> statuses = new HashMap<>();
    private String document;
    private long records;
    private long rows;
    private boolean open;

    public AnswerBody(AnswerLines writer, List<AnswerSum> sums, Wording wording) {
        this.writer = writer;
        this.wording = wording;
        this.sums = new AnswerSums(sums);
    }

    public void line(AnsweredLine line) {
        records++;
        document = line.document();
        open |= line.open();
        statuses.merge(line.status(), 1L, Long::sum);
        if (line.conflictingFile() == null) {
            var code = writer.wrap("result", "code", line.code());
            var fits = code.size() <= 1;
            result(echoed(line), line.status(), fits ? String.join("", code) : "BRIDGE.LONG_CODE", line.rows());
            var text = line.text() == null ? Words.NONE : line.text();
            tell(document, fits ? text : Words.of("%s: %s", "%s：%s", line.code(), text));
        } else {
            result(ExactJson.mapper().createObjectNode(), line.status(), "BRIDGE.DOCUMENT_CHANGED", 0);
            tell(
                    document,
                    Words.of(
                            "The document number came with other content before, in %s; nothing was sent for this line",
                            "该单据号此前已随不同的内容出现在%s 中；本行没有发送任何内容", line.conflictingFile()));
        }
    }

    public void row(ResultRow row) {
        rows++;
        sums.add(row);
        try {
            writer.write(row.kind(), row.content().put("document", document));
        } catch (UnfitValueException e) {
            rowWithoutPlace(row, e.words());
        } catch (IllegalArgumentException e) {
            rowWithoutPlace(row, new Words("the answer has no such rows", "应答中没有这种行"));
        }
    }

    public void end() {
        sums.lines().forEach(this::sum);
        writer.write(
                "trailer",
                ExactJson.mapper()
                        .createObjectNode()
                        .put("records", records)
                        .put("rows", rows)
                        .put("ok", count(RecordState.OK))
                        .put("partial", count(RecordState.PARTIAL))
                        .put("refused", count(RecordState.REFUSED))
                        .put("failed", count(RecordState.FAILED))
                        .put("inDoubt", count(RecordState.IN_DOUBT))
                        .put("pending", pending()));
    }

    /** Whether the answer is not the last one. */
    public boolean isOpen() {
        return open;
    }

    /** How many records wait for the partner's decision. */
    private long pending() {
        return statuses.getOrDefault(AnsweredLine.PENDING, 0L);
    }

    /** A column of the result that is named like one of the record's shows what the ERP wrote there, whatever became of it. */
    private static ObjectNode echoed(AnsweredLine line) {
        ObjectNode result = line.asked().deepCopy();
        result.setAll(line.fields());
        return result;
    }

    private void sum(ObjectNode sum) {
        try {
            writer.write("sum", sum);
        } catch (UnfitValueException e) {
            tell("", Words.of("A sum has no place in the present format: %s", "合计在当前格式中没有位置：%s", e.words()));
        }
    }

    private void result(ObjectNode fields, String status, String code, long rowCount) {
        var bare = ExactJson.mapper()
                .createObjectNode()
                .put("document", document)
                .put("status", status)
                .put("code", code)
                .put("rows", rowCount);
        try {
            writer.write("result", fields.setAll(bare));
        } catch (UnfitValueException e) {
            writer.write("result", bare);
            tell(document, Words.of("A column has no place in the present format: %s", "有一列在当前格式中没有位置：%s", e.words()));
        }
    }

    private void rowWithoutPlace(ResultRow row, Words why) {
        tell(
                document,
                Words.of("A row %s has no place in the present format: %s", "%s 行在当前格式中没有位置：%s", row.kind(), why));
    }

    /** In the ERP's language. */
    private void tell(String about, Words text) {
        writer.writeText(about, wording.of(text));
    }

    private long count(RecordState state) {
        return statuses.getOrDefault(state.name(), 0L);
    }
}
