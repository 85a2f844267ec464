package io.hcpnbridge.answer.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.AnswerWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** An answer's lines as the ledger's streams hand them in: their callbacks cannot throw checked exceptions. */
public record AnswerLines(AnswerWriter writer) {
    void write(String recordName, ObjectNode fields) {
        try {
            writer.write(recordName, fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> wrap(String recordName, String field, String text) {
        return writer.wrap(recordName, field, text);
    }

    void writeText(String document, String text) {
        try {
            writer.writeText(document, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
