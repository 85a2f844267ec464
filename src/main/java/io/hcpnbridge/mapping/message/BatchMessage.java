package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.format.BatchWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a batch as the ERP sends it: the header's members, {@code records}, and {@code totals} where a file has its trailer. */
final class BatchMessage implements BatchWriter {
    private final JsonGenerator out;
    private boolean inRecords;

    BatchMessage(OutputStream out) throws IOException {
        this.out = ExactJson.mapper().createGenerator(out).useDefaultPrettyPrinter();
        this.out.writeStartObject();
    }

    @Override
    public void write(String recordName, ObjectNode fields) throws IOException {
        switch (recordName) {
            case "header" -> {
                for (var member : fields.properties()) {
                    out.writePOJOField(member.getKey(), member.getValue());
                }
            }
            case "record" -> {
                beginRecords();
                out.writePOJO(fields);
            }
            case "trailer" -> {
                endRecords();
                out.writePOJOField("totals", fields);
            }
            default -> throw new IllegalArgumentException("A message has no record " + recordName);
        }
    }

    private void beginRecords() throws IOException {
        if (!inRecords) {
            inRecords = true;
            out.writeArrayFieldStart("records");
        }
    }

    private void endRecords() throws IOException {
        beginRecords();
        out.writeEndArray();
        inRecords = false;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (inRecords) {
                endRecords();
            }
            out.writeEndObject();
        }
    }
}
