package io.hcpnbridge.replay;

import io.hcpnbridge.mapping.format.AnswerListener;
import io.hcpnbridge.mapping.format.BatchFormat;
import io.hcpnbridge.mapping.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A record of an answer as it is written.
 *
 * @param kind {@code result}, {@code text}, a kind of row, …
 * @param columns the texts of those that are not blank
 * @param number of its line or element
 */
public record AnswerRecord(String kind, Map<String, String> columns, long number) {
    public AnswerRecord {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** All records of an answer, or of a refusal. */
    public static List<AnswerRecord> read(
            BatchFormat format, byte[] answer, boolean refusal, Consumer<Problem> problems) {
        var records = new ArrayList<AnswerRecord>();
        var listener = new AnswerListener() {
            @Override
            public void record(String kind, Map<String, String> columns, long number) {
                records.add(new AnswerRecord(kind, columns, number));
            }

            @Override
            public void problem(Problem problem) {
                problems.accept(problem);
            }
        };
        var in = new ByteArrayInputStream(answer);
        try {
            if (refusal) {
                format.readRefusal(in, listener);
            } else {
                format.readAnswer(in, listener);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    /** The document that it is about; empty if it is about the answer as a whole. */
    public String document() {
        return columns.getOrDefault("document", "");
    }

    /** Which of the other's columns are the same here; the document counts for nothing. */
    long alike(AnswerRecord other) {
        return columns.entrySet().stream()
                .filter(column -> !column.getKey().equals("document")
                        && column.getValue().equals(other.columns.get(column.getKey())))
                .count();
    }
}
