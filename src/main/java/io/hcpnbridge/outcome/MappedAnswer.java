package io.hcpnbridge.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.MappedText;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a response mapping made of a response: rows, fields, and either a next step or a status.
 *
 * @param later how long the next step has to wait
 * @param pending whether the ERP is told meanwhile that the partner has taken the record
 * @param placed whether a write changed something at the partner; null: a success did, a refusal did not
 */
record MappedAnswer(
        List<ResultRow> rows,
        ObjectNode fields,
        JsonNode next,
        Duration later,
        boolean pending,
        Boolean placed,
        boolean restart,
        String status,
        String code,
        Words text) {

    static MappedAnswer from(JsonNode mapped, ObjectNode fieldsSoFar) {
        var fields = fieldsSoFar.deepCopy();
        if (mapped.path("fields") instanceof ObjectNode added) {
            fields.setAll(added);
        }
        return new MappedAnswer(
                rows(mapped.path("rows")),
                fields,
                mapped.path("next").isObject() ? mapped.get("next") : null,
                Duration.ofSeconds(Math.max(0, mapped.path("later").asLong())),
                mapped.path("pending").asBoolean(),
                mapped.path("placed").isBoolean() ? mapped.get("placed").booleanValue() : null,
                mapped.path("restart").asBoolean(),
                mapped.path("status").textValue(),
                storable(mapped.path("code").textValue()),
                storable(MappedText.of(mapped.path("text"))));
    }

    /**
     * What the step ends with. Without a status of the mapping's own a success is OK, a refusal REFUSED and a call that was given
     * up FAILED, with the judgement's code and text; after a write of this record has succeeded it is never less than PARTIAL.
     *
     * @param nowPlaced whether a write of this record has succeeded by now
     */
    Conclusion conclusion(Judgement judgement, boolean nowPlaced) {
        if (restart) {
            return new Conclusion.Restart();
        }
        if (next != null) {
            var taken = pending ? new Conclusion.Taken(code, text) : null;
            return new Conclusion.Continue(next, nowPlaced, fields, rows, later, taken);
        }
        if (status != null) {
            return new Conclusion.Settle(RecordState.valueOf(status), code, text, nowPlaced, fields, rows, true);
        }
        return switch (judgement.verdict()) {
            case SUCCESS -> new Conclusion.Settle(RecordState.OK, code, text, nowPlaced, fields, rows, true);
            case REFUSED -> not(RecordState.REFUSED, judgement, nowPlaced);
            default -> not(RecordState.FAILED, judgement, nowPlaced);
        };
    }

    private Conclusion not(RecordState state, Judgement judgement, boolean nowPlaced) {
        var left = nowPlaced ? RecordState.PARTIAL : state;
        return new Conclusion.Settle(left, judgement.code(), judgement.text(), nowPlaced, fields, rows, true);
    }

    /** PostgreSQL keeps no NUL in a text; a step that could never be committed would be repeated for ever. */
    private static String storable(String text) {
        return text == null ? null : text.replace('\0', ' ');
    }

    private static Words storable(Words text) {
        return text == null ? null : text.map(MappedAnswer::storable);
    }

    private static List<ResultRow> rows(JsonNode mapped) {
        var rows = new ArrayList<ResultRow>(mapped.size());
        for (var row : mapped) {
            var content = ((ObjectNode) row).deepCopy();
            var kind = content.remove("row").asText();
            var key = content.remove("key").asText();
            rows.add(new ResultRow(storable(key), kind, content));
        }
        return rows;
    }
}
