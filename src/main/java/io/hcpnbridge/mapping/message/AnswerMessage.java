package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.AnswerWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes an answer as one JSON object, result by result; holds one result without its rows. */
final class AnswerMessage implements AnswerWriter {
    private static final Set<String> FIRST = Set.of("document", "status", "code", "rows");

    private enum Place {
        BEFORE,
        HEADER,
        RESULTS,
        ROWS,
        SUMS
    }

    private final JsonGenerator json;
    private final Set<String> unechoed;
    private final List<String> texts = new ArrayList<>();
    private Place place = Place.BEFORE;
    /** The result that is not written yet, because its texts follow. */
    private ObjectNode result;

    AnswerMessage(OutputStream out, Set<String> unechoed) {
        this.json = MessageJson.generator(out);
        this.unechoed = unechoed;
    }

    @Override
    public void write(String recordName, ObjectNode fields) throws IOException {
        switch (recordName) {
            case "header" -> header(fields);
            case "result" -> {
                openResults();
                result = fields;
            }
            case "sum" -> sum(fields);
            case "trailer" -> trailer(fields);
            default -> row(recordName, fields);
        }
    }

    @Override
    public void writeText(String document, String text) {
        texts.addAll(wrap("text", "text", text));
    }

    /** Nothing is cut. */
    @Override
    public List<String> wrap(String recordName, String fieldName, String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip());
    }

    @Override
    public boolean has(String recordName) {
        return true;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void header(ObjectNode fields) throws IOException {
        json.writeStartObject();
        MessageMembers.write(json, fields, "interface", "batchNumber", "createdAt", "tenant");
        place = Place.HEADER;
    }

    /** Ends what is open of the result before; the place is inside the list of results then. */
    private void openResults() throws IOException {
        if (place == Place.BEFORE) {
            header(MessageMembers.none());
        }
        if (place == Place.HEADER) {
            json.writeArrayFieldStart("results");
        }
        if (result != null) {
            writeResult();
            json.writeEndObject();
        } else if (place == Place.ROWS) {
            json.writeEndArray();
            json.writeEndObject();
        }
        place = Place.RESULTS;
    }

    private void writeResult() throws IOException {
        json.writeStartObject();
        MessageMembers.write(json, result, "document", "status", "code");
        if (!texts.isEmpty()) {
            json.writeStringField("text", String.join(" ", texts));
            texts.clear();
        }
        for (Map.Entry<String, JsonNode> field : result.properties()) {
            if (!FIRST.contains(field.getKey()) && !unechoed.contains(field.getKey())) {
                MessageMembers.write(json, result, field.getKey());
            }
        }
        result = null;
    }

    private void row(String kind, ObjectNode fields) throws IOException {
        if (result == null && place != Place.ROWS) {
            write("result", MessageMembers.none());
        }
        if (result != null) {
            writeResult();
            json.writeArrayFieldStart("rows");
            place = Place.ROWS;
        }
        json.writeStartObject();
        json.writeStringField("row", kind);
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (!field.getKey().equals("document")) {
                MessageMembers.write(json, fields, field.getKey());
            }
        }
        json.writeEndObject();
    }

    private void sum(ObjectNode fields) throws IOException {
        if (place != Place.SUMS) {
            openResults();
            json.writeEndArray();
            json.writeArrayFieldStart("sums");
            place = Place.SUMS;
        }
        json.writeStartObject();
        MessageMembers.write(json, fields, "field", "key", "amount", "count");
        json.writeEndObject();
    }

    private void trailer(ObjectNode totals) throws IOException {
        if (place != Place.SUMS) {
            openResults();
        }
        json.writeEndArray();
        json.writeFieldName("totals");
        json.writeTree(totals);
        json.writeStringField("edition", totals.path("pending").asLong() > 0 ? "interim" : "final");
        json.writeEndObject();
    }
}
