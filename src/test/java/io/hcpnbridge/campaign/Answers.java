package io.hcpnbridge.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import io.hcpnbridge.rehearsal.ErpQueue;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What the ERP has got back. */
final class Answers {
    private static final Duration SOON = Duration.ofMillis(100);

    private final Workload workload;
    private final Map<String, List<String>> replies = new HashMap<>();

    Answers(Workload workload) {
        this.workload = workload;
    }

    /**
     * What an answer says about one document.
     *
     * @param orders the ids of its orders
     * @param failed its resources that are named in a {@code K} line
     */
    record Result(String document, String status, Set<String> orders, int orderRows, Set<String> failed) {}

    /** What is not answered yet; takes the replies that there are. */
    List<String> missing() {
        takeReplies();
        var answered = new HashSet<String>();
        for (var kind : Document.Interface.values()) {
            workload.files().prepare(kind.id());
            workload.files().list("outbound/" + kind.id()).forEach(name -> answered.add(kind.id() + "/" + name));
        }
        return workload.handedIn().stream()
                .filter(one -> one.file()
                        ? !answered.contains(one.kind().id() + "/" + one.name() + ".answer")
                        : !replies.containsKey(one.name()))
                .map(HandedIn::name)
                .toList();
    }

    /** All replies to a message. */
    List<String> replies(String message) {
        return replies.getOrDefault(message, List.of());
    }

    /** One result for each time a document stands in an answer. */
    List<Result> results(HandedIn one) {
        if (one.file()) {
            return workload.files()
                    .answer(one.kind().id(), one.name())
                    .map(bytes -> of(ErpFormat.of(one.kind().id()).read(bytes)))
                    .orElse(List.of());
        }
        return replies(one.name()).stream()
                .limit(1)
                .flatMap(reply -> of(ExactJson.read(reply)).stream())
                .toList();
    }

    private static List<Result> of(List<Line> lines) {
        var results = new LinkedHashMap<String, Result>();
        var repeated = new ArrayList<Result>();
        for (var line : lines) {
            var document = line.fields().getOrDefault("document", "");
            switch (line.record()) {
                case "result" -> {
                    var result = new Result(document, line.get("status"), new HashSet<>(), 0, new HashSet<>());
                    if (results.putIfAbsent(document, result) != null) {
                        repeated.add(result);
                    }
                }
                case "order" ->
                    results.computeIfPresent(document, (key, result) -> withOrder(result, line.get("orderId")));
                case "failed" -> results.get(document).failed().add(line.get("resourceId"));
                default -> {
                    // Other rows are not looked at.
                }
            }
        }
        repeated.addAll(results.values());
        return repeated;
    }

    private static List<Result> of(JsonNode reply) {
        return StreamSupport.stream(reply.path("results").spliterator(), false)
                .map(result -> {
                    var known = new Result(
                            result.path("document").asText(),
                            result.path("status").asText(),
                            new HashSet<>(),
                            0,
                            new HashSet<>());
                    for (var row : result.path("rows")) {
                        if (row.path("row").asText().equals("order")) {
                            known = withOrder(known, row.path("orderId").asText());
                        } else if (row.path("row").asText().equals("failed")) {
                            known.failed().add(row.path("resourceId").asText());
                        }
                    }
                    return known;
                })
                .toList();
    }

    private static Result withOrder(Result result, String id) {
        result.orders().add(id);
        return new Result(result.document(), result.status(), result.orders(), result.orderRows() + 1, result.failed());
    }

    private void takeReplies() {
        for (var reply = workload.queue().next(ErpQueue.REPLY, SOON);
                reply.isPresent();
                reply = workload.queue().next(ErpQueue.REPLY, SOON)) {
            replies.computeIfAbsent(correlation(reply.get()), id -> new ArrayList<>())
                    .add(ErpQueue.text(reply.get()));
        }
    }

    private static String correlation(Message reply) {
        try {
            return reply.getJMSCorrelationID();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
