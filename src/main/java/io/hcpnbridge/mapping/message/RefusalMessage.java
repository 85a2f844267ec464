package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.AnswerWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a refusal as one JSON object; a problem without {@code record} is about the message as a whole. */
final class RefusalMessage implements AnswerWriter {
    private final JsonGenerator json;

    RefusalMessage(OutputStream out) {
        this.json = MessageJson.generator(out);
    }

    @Override
    public void write(String recordName, ObjectNode fields) throws IOException {
        switch (recordName) {
            case "header" -> {
                json.writeStartObject();
                MessageMembers.write(json, fields, "interface", "batchNumber", "tenant");
                json.writeBooleanField("refused", true);
                json.writeArrayFieldStart("problems");
            }
            case "problem" -> {
                json.writeStartObject();
                if (fields.path("line").asLong() > 0) {
                    json.writeNumberField("record", fields.get("line").longValue());
                }
                MessageMembers.write(json, fields, "field", "value", "rule");
                json.writeEndObject();
            }
            case "trailer" -> {
                json.writeEndArray();
                json.writeEndObject();
            }
            default -> throw new IllegalArgumentException("A refusal has no " + recordName);
        }
    }

    @Override
    public void writeText(String document, String text) {
        throw new IllegalArgumentException("A refusal has no text of a document");
    }

    @Override
    public List<String> wrap(String recordName, String fieldName, String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text);
    }

    @Override
    public boolean has(String recordName) {
        return List.of("header", "problem", "trailer").contains(recordName);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
