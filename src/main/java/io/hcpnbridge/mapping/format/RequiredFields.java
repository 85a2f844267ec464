package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.MappingException;
import io.hcpnbridge.mapping.Mistakes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every format must have, so that batches can be taken in and answered. */
final class RequiredFields {
    private static final Map<String, Map<String, List<String>>> FIELDS = Map.of(
            "batch",
            Map.of(
                    "header", List.of("interface", "batchNumber", "createdAt", "tenant"),
                    "record", List.of("document"),
                    "trailer", List.of("count")),
            "answer",
            Map.of(
                    "header", List.of("batchNumber"),
                    "result", List.of("document", "status", "code", "rows"),
                    "trailer", List.of("records")),
            "refusal",
            Map.of(
                    "header", List.of("file"),
                    "problem", List.of("line", "field", "value", "rule"),
                    "trailer", List.of("problems")));

    private final String file;
    private final Map<String, StreamLayout> streams;

    RequiredFields(String file, Map<String, StreamLayout> streams) {
        this.file = file;
        this.streams = streams;
    }

    void check(FormatSettings settings) {
        Mistakes mistakes = new Mistakes();
        FIELDS.keySet().stream().sorted().forEach(stream -> mistakes.attempt(() -> checkStream(stream)));
        mistakes.end();
        mistakes.attempt(this::checkKinds);
        mistakes.attempt(this::checkCount);
        mistakes.attempt(() -> checkText(settings));
        mistakes.end();
    }

    private void checkKinds() {
        Set<String> kinds = FIELDS.get("batch").keySet();
        streams.get("batch").records().stream()
                .filter(record -> !kinds.contains(record.name()))
                .findFirst()
                .ifPresent(record -> {
                    throw missing("stream batch: record " + record.name() + " is none of header, record, trailer");
                });
    }

    private void checkCount() {
        if (!field("batch", "trailer", "count").isNumber()) {
            throw missing("stream batch: trailer/count must have a number's typeHandler");
        }
    }

    private void checkStream(String stream) {
        if (!streams.containsKey(stream)) {
            throw missing("stream " + stream + " is missing");
        }
        Mistakes mistakes = new Mistakes();
        FIELDS.get(stream)
                .forEach((record, fields) ->
                        fields.forEach(field -> mistakes.attempt(() -> field(stream, record, field))));
        mistakes.end();
    }

    private void checkText(FormatSettings settings) {
        if (streams.get("answer").record("text").isEmpty()) {
            return;
        }
        field("answer", "text", "document");
        FieldLayout text = field("answer", "text", "text");
        if (settings.textWidth() < 4 || settings.textWidth() > text.length()) {
            throw missing("interface.yaml needs format.text-width, 4 to " + text.length()
                    + " (the width of text/text), because the answer has text lines");
        }
    }

    private FieldLayout field(String stream, String record, String field) {
        return streams.get(stream)
                .record(record)
                .orElseThrow(() -> missing("stream " + stream + ": record " + record + " is missing"))
                .field(field)
                .orElseThrow(() -> missing("stream " + stream + ": field " + record + "/" + field + " is missing"));
    }

    private MappingException missing(String reason) {
        return new MappingException(file, 0, reason);
    }
}
