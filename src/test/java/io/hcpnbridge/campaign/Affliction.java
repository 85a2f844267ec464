package io.hcpnbridge.campaign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.fault.Faults;
import io.hcpnbridge.standin.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A partner that answers the first calls about each document in one of all wrong ways, and those that name no document now and then: errors,
 * broken connections, and answers that are not what they should be.
 */
final class Affliction {
    private static final int CALLS_PER_DOCUMENT = 2;
    private static final int CALLS_WITHOUT_DOCUMENT = 5;
    private static final int LARGER_THAN_ALLOWED = 1_100_000;

    /** Smaller than in production, so that an answer which is too large costs little. */
    static final String LARGEST_ANSWER = "1MB";

    private final List<Fault> kinds = List.of(
            Fault.error(429, "APIGW.0308", "The throttling threshold has been reached"),
            Fault.error(401, "APIGW.0301", "Incorrect IAM authentication information"),
            Fault.error(500, "CBC.0999", "Other errors."),
            Fault.error(502, "APIGW.0201", "Backend unavailable"),
            named("500 and taken", Fault.error(500, "CBC.0999", "Other errors.").afterTaken()),
            named("503 without JSON", Fault.status(503, "<html>Service Unavailable</html>")),
            Fault.html200(),
            Fault.truncatedJson(),
            Fault.resetBefore(),
            Fault.resetAfter(),
            Fault.closedAfter(),
            Fault.timeoutBefore(),
            Fault.timeoutAfter(),
            Fault.slowTrickle(Duration.ofMillis(1)),
            Fault.tooLargeBody(LARGER_THAN_ALLOWED),
            Fault.wrongCharset(),
            Fault.dataNull(),
            Fault.redirect("http://127.0.0.1:1/login"),
            named("new field", Fault.altered(body -> body.put("newField", "x"))),
            named("empty body", body(bytes -> new byte[0])),
            named("an object of something else", Fault.altered(body -> body.removeAll()
                    .put("result", "ok"))),
            named("a list instead of an object", body(bytes -> "[]".getBytes(StandardCharsets.UTF_8))),
            named("byte order mark", body(Affliction::withMark)),
            named("the same rows twice", Fault.altered(Affliction::doubled)));

    private final Map<String, Optional<Integer>> verdicts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final AtomicInteger callsWithoutDocument = new AtomicInteger();

    int kinds() {
        return kinds.size();
    }

    Weather weather() {
        return Weather.of(kinds.size() + " kinds of wrong answers", this::script);
    }

    private void script(Faults faults) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            var number = kind;
            faults.always(
                    call -> strikes(call).filter(struck -> struck == number).isPresent(), kinds.get(kind));
        }
    }

    /** The kind that strikes a call. It is asked about each call once for each kind. */
    private Optional<Integer> strikes(Incoming call) {
        return verdicts.computeIfAbsent(call.requestId(), id -> verdict(call));
    }

    private Optional<Integer> verdict(Incoming call) {
        var request = call.request();
        var document = Document.in(request.target() + new String(request.body(), StandardCharsets.UTF_8));
        if (document.isEmpty()) {
            var number = callsWithoutDocument.getAndIncrement();
            return number % CALLS_WITHOUT_DOCUMENT == 0
                    ? Optional.of(number / CALLS_WITHOUT_DOCUMENT % kinds.size())
                    : Optional.empty();
        }
        var before = calls.computeIfAbsent(document.get(), name -> new AtomicInteger())
                .getAndIncrement();
        return before < CALLS_PER_DOCUMENT
                ? Optional.of(Integer.parseInt(document.get().substring("DOC-W".length())) % kinds.size())
                : Optional.empty();
    }

    private static Fault named(String name, Fault fault) {
        return new Fault(name, fault.taken(), fault.beforeSignature(), fault.breakage());
    }

    private static Fault body(UnaryOperator<byte[]> change) {
        return new Fault("", true, false, (WireResponse genuine) -> genuine.withBody(change.apply(genuine.body())));
    }

    private static byte[] withMark(byte[] body) {
        return ("\uFEFF" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode doubled(ObjectNode body) {
        body.forEach(value -> {
            if (value instanceof ArrayNode rows) {
                rows.addAll(rows.deepCopy());
            }
        });
        return body;
    }
}
