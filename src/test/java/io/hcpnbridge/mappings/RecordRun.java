package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.MappedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Drives one record through a shipped mapping, call by call, against a partner that is a function. */
final class RecordRun {
    /** What the partner says to one request: a body (null for none) and whether it refuses. */
    record Reply(JsonNode body, String code, String text) {
        static Reply ok(String json) {
            return new Reply(ShippedMapping.json(json), null, null);
        }

        static Reply ok(JsonNode body) {
            return new Reply(body, null, null);
        }

        static Reply nothing() {
            return new Reply(null, null, null);
        }

        static Reply refused(String code, String text) {
            return refused(code, text, null);
        }

        static Reply refused(String code, String text, String json) {
            return new Reply(json == null ? null : ShippedMapping.json(json), code, text);
        }
    }

    private static final int MOST_CALLS = 5_000;

    private final ShippedMapping mapping;
    private final String generation;
    private final ObjectNode context;

    final List<JsonNode> requests = new ArrayList<>();
    final Map<String, JsonNode> rows = new LinkedHashMap<>();
    final ObjectNode fields = ShippedMapping.object();
    int restarts;
    String status;
    String code;
    String text;

    private RecordRun(String iface, String generation, ObjectNode context) {
        this.mapping = ShippedMapping.of(iface);
        this.generation = generation;
        this.context = context;
    }

    static RecordRun of(String iface, String generation, String record, Function<JsonNode, Reply> partner) {
        return of(iface, generation, ShippedMapping.context(record, "china"), partner);
    }

    static RecordRun of(String iface, String generation, ObjectNode context, Function<JsonNode, Reply> partner) {
        RecordRun run = new RecordRun(iface, generation, context);
        run.run(partner);
        return run;
    }

    private void run(Function<JsonNode, Reply> partner) {
        JsonNode cursor = null;
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            context.set("cursor", cursor);
            JsonNode request = mapping.request(generation, context);
            requests.add(request);
            JsonNode step = step(partner.apply(request));
            if (step.path("restart").asBoolean()) {
                restarts++;
                rows.clear();
                cursor = null;
                continue;
            }
            cursor = step.get("next");
            if (cursor == null) {
                return;
            }
        }
        throw new AssertionError("The record never ends");
    }

    private JsonNode step(Reply reply) {
        ObjectNode in = context.deepCopy();
        in.set("response", reply.body());
        ObjectNode judgement = in.putObject("judgement").put("verdict", reply.code() == null ? "success" : "refused");
        if (reply.code() != null) {
            judgement.put("code", reply.code()).put("text", reply.text());
        }
        JsonNode step = mapping.response(generation, in);
        step.path("rows").forEach(row -> rows.put(row.get("key").textValue(), row));
        step.path("fields").properties().forEach(field -> fields.set(field.getKey(), field.getValue()));
        boolean judged = !step.has("status");
        status = step.path("status").asText(reply.code() == null ? "OK" : "REFUSED");
        code = step.path("code").asText(judged ? reply.code() : null);
        var told = MappedText.of(step.get("text"));
        text = told != null ? told.en() : judged ? reply.text() : null;
        assertThat(mapping.mapping().answerContract().check(step)).isEmpty();
        return step;
    }

    /** The rows of one kind, in order. */
    List<JsonNode> rows(String kind) {
        return rows.values().stream()
                .filter(row -> row.get("row").textValue().equals(kind))
                .toList();
    }

    /** One member of every row of a kind. */
    List<String> column(String kind, String name) {
        return rows(kind).stream().map(row -> row.path(name).asText(null)).toList();
    }

    /** One query parameter of every request. */
    List<String> query(String name) {
        return requests.stream()
                .map(request -> request.path("query").path(name).asText(null))
                .toList();
    }
}
