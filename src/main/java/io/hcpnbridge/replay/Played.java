package io.hcpnbridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.AnsweredLine;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.ledger.Urgency;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.text.Words;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A document that is played: what the ledger would hold of it. */
public final class Played {
    /** What the answer says of it. */
    record Told(AnsweredLine line, List<ResultRow> rows) {}

    /** A call to which no answer is recorded. */
    public record Unanswered(List<ObjectNode> records, JsonNode cursor, JsonNode request, Asking asking) {
        /** The same request for other documents. */
        public interface Asking {
            JsonNode request(List<ObjectNode> records, JsonNode cursor);
        }
    }

    private final Set<RecordedCall> heard = new HashSet<>();
    private final Map<String, ResultRow> rows = new LinkedHashMap<>();
    private ClaimedRecord record;
    private Conclusion.Settle end;
    private Told meanwhile;
    private Unanswered unanswered;
    private String failure;

    public Played(InterfaceMapping mapping, Form form, String tenant, ObjectNode content) {
        this.record = new ClaimedRecord(
                0,
                0,
                0,
                tenant,
                mapping.name(),
                content.path("document").asText(),
                content,
                mapping.version(),
                form.text(),
                Urgency.FILE,
                null,
                null,
                false,
                false,
                null,
                false,
                ExactJson.mapper().createObjectNode(),
                0,
                0,
                0,
                null);
    }

    public String document() {
        return record.document();
    }

    public ObjectNode content() {
        return record.content();
    }

    /** The call at which it stopped, because nobody knows what the partner would say. */
    public Optional<Unanswered> unanswered() {
        return Optional.ofNullable(unanswered);
    }

    /** What is wrong with the mappings. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether the partner has taken it and decides later: it is answered twice. */
    public boolean isAnsweredTwice() {
        return meanwhile != null;
    }

    /** Whether it is known what that edition of the answer says of it. */
    public boolean isKnown(boolean last) {
        return end != null || !last && meanwhile != null;
    }

    ClaimedRecord record() {
        return record;
    }

    Set<RecordedCall> heard() {
        return heard;
    }

    Map<String, ResultRow> rows() {
        return rows;
    }

    boolean isOver() {
        return end != null || unanswered != null || failure != null;
    }

    void stop(Unanswered call) {
        unanswered = call;
    }

    void fail(String reason) {
        failure = reason;
    }

    /** As the ledger writes it down. */
    void conclude(Conclusion conclusion) {
        if (conclusion instanceof Conclusion.Restart) {
            rows.clear();
            heard.clear();
        }
        conclusion.rows().forEach(row -> rows.put(row.key(), row));
        record = record.after(conclusion);
        if (conclusion instanceof Conclusion.Settle settle) {
            end = settle;
        } else if (conclusion instanceof Conclusion.Continue next && next.taken() != null && meanwhile == null) {
            var taken = next.taken();
            meanwhile = told(AnsweredLine.PENDING, taken.code(), taken.text(), next.fields());
        }
    }

    /** @param last whether the last edition of the answer is meant */
    Told told(boolean last) {
        return !last && meanwhile != null ? meanwhile : told(end.state().name(), end.code(), end.text(), end.fields());
    }

    private Told told(String status, String code, Words text, ObjectNode fields) {
        var copied = rows.values().stream()
                .map(row -> new ResultRow(row.key(), row.kind(), row.content().deepCopy()))
                .toList();
        var line = new AnsweredLine(
                record.document(),
                status,
                AnsweredLine.PENDING.equals(status),
                code,
                text,
                record.content(),
                fields.deepCopy(),
                copied.size(),
                null);
        return new Told(line, copied);
    }
}
