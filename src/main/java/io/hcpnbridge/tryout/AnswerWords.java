package io.hcpnbridge.tryout;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.partner.signing.RawTarget;
import io.hcpnbridge.replay.AnswerRecord;
import io.hcpnbridge.replay.Difference;
import io.hcpnbridge.replay.Played;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of an answer, its records and its columns, without what tells of a person. */
final class AnswerWords {
    private final InterfaceMapping mapping;
    private final HiddenTexts hidden;
    private final String place;

    AnswerWords(InterfaceMapping mapping, Form form, List<Played> documents) {
        this.mapping = mapping;
        this.hidden =
                new HiddenTexts(mapping, documents.stream().map(Played::content).toList());
        this.place =
                form == Form.MESSAGE ? "record" : mapping.definition().fileKind() == FileKind.XML ? "element" : "line";
    }

    /** {@code line 3, order: column finalAmount: expected 12.50, got 12.05}. */
    String of(Difference difference) {
        var record = difference.record();
        var where = place + " " + record.number()
                + (difference.what() == Difference.What.TOO_MANY ? " of the answer made, " : ", ") + record.kind();
        return switch (difference.what()) {
            case COLUMN ->
                where + ": column " + difference.column() + ": expected "
                        + shown(difference.column(), difference.expected()) + ", got "
                        + shown(difference.column(), difference.got());
            case MISSING -> where + " is missing: " + columns(record);
            case TOO_MANY -> where + " is too many: " + columns(record);
            case IN_ANOTHER_PLACE -> where + " stands in another place: " + columns(record);
        };
    }

    String of(AnswerRecord record) {
        return place + " " + record.number() + ", " + record.kind() + ": " + columns(record);
    }

    /** A call: its API, and what would be sent. */
    String of(Played.Unanswered call) {
        var request = HiddenRequest.of(mapping, call.request(), call.records(), others -> call.asking()
                .request(others, Masked.ofAnother(call.cursor(), hidden)));
        var body = request.body().length == 0 ? "" : " " + new String(request.body(), StandardCharsets.UTF_8);
        return request.api() + ": " + request.method() + " "
                + RawTarget.of(request).text().replace("%2A%2A%2A", "***") + body;
    }

    String unreadable(Problem problem) {
        var value = problem.value().isEmpty() ? "" : " \"" + shown(problem.field(), problem.value()) + "\"";
        return place + " " + problem.line() + " cannot be read: "
                + (problem.field() + value + " " + problem.rule().en()).strip();
    }

    String hidden(String text) {
        return hidden.of("", text);
    }

    private String columns(AnswerRecord record) {
        return record.columns().entrySet().stream()
                .map(column -> column.getKey() + " " + shown(column.getKey(), column.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String shown(String column, String text) {
        return text == null ? "nothing" : hidden.of(column, text);
    }
}
