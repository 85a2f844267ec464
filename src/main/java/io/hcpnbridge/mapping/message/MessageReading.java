package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.json.MalformedJsonException;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Blanks;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading of one message: first everything around the records, whose order in JSON means nothing, then the records. */
final class MessageReading {
    private static final List<String> HEADER = List.of("interface", "tenant", "batchNumber", "createdAt");

    private static final Words REQUIRED = Words.of("is required", "为必填项");
    private static final Words UNKNOWN = Words.of("is not known", "是未知的字段");

    private final MessageColumns columns;
    private final Set<String> controls;
    private final BatchListener listener;
    private final ObjectNode header = ExactJson.mapper().createObjectNode();
    private JsonNode totals = ExactJson.mapper().missingNode();
    private JsonToken records;
    private long number;

    /** @param columns null: the records are not looked at */
    MessageReading(MessageColumns columns, Set<String> controls, BatchListener listener) {
        this.columns = columns;
        this.controls = controls;
        this.listener = listener;
    }

    void read(byte[] message) throws IOException {
        boolean whole = around(message);
        if (header.has("interface") && header.has("tenant")) {
            listener.header(header, 0);
        }
        if (!whole) {
            return;
        }
        HEADER.stream().filter(name -> !header.has(name)).forEach(name -> problem(0, name, "", REQUIRED));
        if (records != JsonToken.START_ARRAY) {
            problem(0, "records", "", records == null ? REQUIRED : Words.of("must be a list", "必须是列表"));
        } else if (columns != null) {
            records(message);
        }
        totals();
    }

    /** Whether the message is JSON from its first to its last character. */
    private boolean around(byte[] message) throws IOException {
        try (JsonParser parser = MessageJson.parser(message)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                problem(
                        0,
                        "",
                        "",
                        parser.currentToken() == null
                                ? Words.of("is empty", "为空")
                                : Words.of("must be one JSON object", "必须是一个 JSON 对象"));
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(parser.currentName(), parser);
            }
            if (parser.nextToken() != null) {
                problem(0, "", "", Words.of("something follows the JSON object", "JSON 对象之后还有内容"));
                return false;
            }
            return true;
        } catch (JsonProcessingException | MalformedJsonException malformed) {
            malformed(malformed);
            return false;
        }
    }

    private void member(String name, JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (HEADER.contains(name)) {
            header(name, MessageJson.value(parser));
        } else if (name.equals("totals")) {
            totals = MessageJson.value(parser);
        } else {
            if (name.equals("records")) {
                records = first;
            } else {
                problem(0, Printable.of(name), "", UNKNOWN);
            }
            parser.skipChildren();
        }
    }

    private void header(String name, JsonNode value) {
        String text = value.isTextual() ? Blanks.without(value.textValue()) : "";
        if (text.isEmpty()) {
            if (!value.isTextual() && !value.isNull()) {
                header.put(name, "");
                problem(0, name, Printable.of(value.toString()), Words.of("must be a text", "必须是文本"));
            }
            return;
        }
        header.put(name, MessageText.storable(text, MessageColumns.LONGEST_NAME));
        Words rule = MessageText.brokenBy(text, MessageColumns.LONGEST_NAME)
                .orElse(
                        name.equals("createdAt") && !MessageText.isUtc(text)
                                ? Words.of(
                                        "must be a time in UTC, yyyy-MM-dd'T'HH:mm:ss'Z'",
                                        "必须是 UTC 时间，格式为 yyyy-MM-dd'T'HH:mm:ss'Z'")
                                : null);
        if (rule != null) {
            problem(0, name, Printable.of(text), rule);
        }
    }

    private void records(byte[] message) throws IOException {
        try (JsonParser parser = MessageJson.parser(message)) {
            parser.nextToken();
            while (!"records".equals(parser.nextFieldName())) {
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
            while (!listener.isFull() && parser.nextToken() != JsonToken.END_ARRAY) {
                number++;
                record(MessageJson.value(parser));
            }
        } catch (JsonProcessingException | MalformedJsonException malformed) {
            malformed(malformed);
        }
    }

    private void record(JsonNode value) {
        if (value instanceof ObjectNode said) {
            listener.record(columns.record(said, number, listener::problem), number);
        } else {
            problem(number, "", Printable.of(value.toString()), Words.of("must be a JSON object", "必须是 JSON 对象"));
            listener.unreadableRecord(number);
        }
    }

    private void totals() {
        if (totals instanceof ObjectNode stated) {
            for (Map.Entry<String, JsonNode> total : stated.properties()) {
                String name = Printable.of(total.getKey());
                if (columns != null && !name.equals("count") && !controls.contains(name)) {
                    problem(0, "totals." + name, "", UNKNOWN);
                } else if (!total.getValue().isNumber() && !total.getValue().isNull()) {
                    problem(
                            0,
                            "totals." + name,
                            Printable.of(total.getValue().toString()),
                            Words.of("must be a number", "必须是数字"));
                }
            }
            listener.trailer(stated, 0);
        } else if (!totals.isMissingNode() && !totals.isNull()) {
            problem(0, "totals", Printable.of(totals.toString()), Words.of("must be a JSON object", "必须是 JSON 对象"));
        }
    }

    /** The parser's words may repeat what it stumbled over. */
    private void malformed(Exception malformed) {
        String words = malformed.getMessage();
        if (malformed instanceof JsonProcessingException json) {
            JsonLocation place = json.getLocation();
            words = json.getOriginalMessage()
                    + (place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")");
        }
        problem(number, "", "", Words.of("is not JSON: %s", "不是 JSON：%s", MessageText.storable(words, 300)));
    }

    private void problem(long record, String field, String value, Words rule) {
        listener.problem(new Problem(record, field, value, rule));
    }
}
