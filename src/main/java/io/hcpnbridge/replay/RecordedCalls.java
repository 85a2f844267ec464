package io.hcpnbridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Generation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All calls of some samples with what the partner answered: the content of a {@code recorded.json}. */
public final class RecordedCalls {
    private final List<RecordedCall> calls;

    private RecordedCalls(List<RecordedCall> calls) {
        this.calls = calls;
    }

    /**
     * @throws io.hcpnbridge.json.MalformedJsonException if it is no JSON
     * @throws IllegalArgumentException if a call lacks something, with its number
     */
    public static RecordedCalls read(byte[] recorded) {
        var calls = new ArrayList<RecordedCall>();
        for (var step : ExactJson.read(recorded)) {
            var call = new RecordedCall(step);
            var number = calls.size() + 1;
            call.fault().ifPresent(fault -> {
                throw new IllegalArgumentException("call " + number + ": " + fault);
            });
            calls.add(call);
        }
        return new RecordedCalls(List.copyOf(calls));
    }

    /** What a mapping sees of a document, as it was when its calls were recorded. */
    ObjectNode seen(String document, ObjectNode input) {
        var site = input.path("site").asText();
        return calls.stream()
                .filter(call -> call.isAt(site) && call.isOf(document))
                .findFirst()
                .map(call -> call.seen(input))
                .orElse(input);
    }

    /**
     * The answer to a call of a document: recorded with the same request, of this document rather than of another, and one that it has
     * not heard.
     *
     * @param input of the request mapping
     * @param request makes the request of what the mapping saw
     */
    Optional<RecordedCall> answering(
            String document,
            Generation generation,
            ObjectNode input,
            UnaryOperator<JsonNode> request,
            Set<RecordedCall> heard) {
        var site = input.path("site").asText();
        var api = request.apply(input).path("api").asText();
        return calls.stream()
                .filter(call -> call.isAt(site) && call.isOf(generation) && call.isOfApi(api) && !heard.contains(call))
                .sorted(Comparator.comparing(call -> !call.isOf(document)))
                .filter(call -> call.answers(request.apply(call.seen(input)), document, input.get("cursor")))
                .findFirst();
    }
}
