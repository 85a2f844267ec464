package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.json.MalformedJsonException;
import io.hcpnbridge.mapping.format.AnswerListener;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer or a refusal as a message, taken apart into the records that it would have as a file. */
final class WrittenMessage {
    private final AnswerListener listener;
    private long number;

    WrittenMessage(AnswerListener listener) {
        this.listener = listener;
    }

    void read(byte[] message) {
        try {
            JsonNode answer = ExactJson.read(message);
            tell("header", answer, "");
            answer.path("problems").forEach(problem -> tell("problem", problem, ""));
            answer.path("results").forEach(this::result);
            answer.path("sums").forEach(sum -> tell("sum", sum, ""));
            if (answer.has("totals")) {
                tell("trailer", answer.get("totals"), "");
            }
        } catch (MalformedJsonException malformed) {
            listener.problem(new Problem(0, "", "", Words.of("is not JSON", "不是 JSON")));
        }
    }

    private void result(JsonNode result) {
        tell("result", result, "");
        for (JsonNode row : result.path("rows")) {
            tell(row.path("row").asText(), row, result.path("document").asText());
        }
    }

    private void tell(String kind, JsonNode members, String document) {
        number++;
        Map<String, String> columns = new LinkedHashMap<>();
        if (!document.isEmpty()) {
            columns.put("document", document);
        }
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            JsonNode value = member.getValue();
            if (!member.getKey().equals("row") && value.isValueNode() && !value.isNull()) {
                columns.put(member.getKey(), value.isTextual() ? value.textValue() : ExactJson.text(value));
            }
        }
        listener.record(kind, columns, number);
    }
}
