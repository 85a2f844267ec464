package io.hcpnbridge.standin.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireConnection;
import io.hcpnbridge.standin.wire.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * One way to fail.
 *
 * @param taken whether the call takes effect before the client sees the fault
 * @param beforeSignature whether it strikes even requests that are wrongly signed
 */
public record Fault(String name, boolean taken, boolean beforeSignature, Breakage breakage) {
    private static final Duration LONGER_THAN_ANY_TIMEOUT = Duration.ofMinutes(10);
    private static final List<String> PAYLOADS =
            List.of("data", "orderInfo", "orderlineItems", "resources", "order_infos", "order_info", "order_ids");

    private static Fault of(String name, Breakage breakage) {
        return new Fault(name, false, false, breakage);
    }

    /** The same fault, but the call has taken effect. */
    public Fault afterTaken() {
        return new Fault(name, true, beforeSignature, breakage);
    }

    /** The same fault, but it strikes before the signature is looked at. */
    public Fault evenUnsigned() {
        return new Fault(name, taken, true, breakage);
    }

    /** Another status with that JSON; not taken. */
    public static Fault status(int status, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return of(
                "status " + status,
                genuine -> copyOfHeaders(genuine, WireResponse.of(status, WireResponse.JSON, body)));
    }

    /** Another status with error_code and error_msg; not taken. */
    public static Fault error(int status, String code, String text) {
        ObjectNode body = Json.object().put("error_code", code).put("error_msg", text);
        return status(status, new String(Json.bytes(body), StandardCharsets.UTF_8));
    }

    /** 200 with an HTML page, as from a proxy; not taken. */
    public static Fault html200() {
        byte[] page = "<html><head><title>Login</title></head><body>Please log in</body></html>"
                .getBytes(StandardCharsets.UTF_8);
        return of("html200", genuine -> WireResponse.of(200, "text/html", page));
    }

    /** Half of the genuine answer, then the end; taken. */
    public static Fault truncatedJson() {
        return of("truncatedJson", genuine -> connection -> {
                    connection.send(genuine.head(genuine.body().length));
                    connection.send(Arrays.copyOf(genuine.body(), genuine.body().length / 2));
                    return false;
                })
                .afterTaken();
    }

    /** TCP reset; not taken. */
    public static Fault resetBefore() {
        return of("resetBefore", genuine -> Fault::reset);
    }

    /** TCP reset; taken. */
    public static Fault resetAfter() {
        return of("resetAfter", genuine -> Fault::reset).afterTaken();
    }

    /** The connection ends in order, without an answer; taken. */
    public static Fault closedAfter() {
        return of("closedAfter", genuine -> connection -> false).afterTaken();
    }

    /** No answer, longer than any client waits; not taken. */
    public static Fault timeoutBefore() {
        return of("timeoutBefore", genuine -> Fault::hang);
    }

    /** No answer, longer than any client waits; taken. */
    public static Fault timeoutAfter() {
        return of("timeoutAfter", genuine -> Fault::hang).afterTaken();
    }

    /** The genuine answer, late; taken. */
    public static Fault delay(Duration time) {
        return of("delay", genuine -> connection -> connection.pause(time) && genuine.sendOver(connection))
                .afterTaken();
    }

    /** The genuine answer, late by a time between these that is another for each call; taken. */
    public static Fault delay(Duration least, Duration most) {
        return of("delay", genuine -> connection -> {
                    var nanos = ThreadLocalRandom.current().nextLong(least.toNanos(), most.toNanos());
                    return connection.pause(Duration.ofNanos(nanos)) && genuine.sendOver(connection);
                })
                .afterTaken();
    }

    /** The genuine answer, byte by byte; taken. */
    public static Fault slowTrickle(Duration perByte) {
        return of("slowTrickle", genuine -> connection -> {
                    connection.send(genuine.head(genuine.body().length));
                    for (byte one : genuine.body()) {
                        if (!connection.pause(perByte)) {
                            return false;
                        }
                        connection.send(new byte[] {one});
                    }
                    return true;
                })
                .afterTaken();
    }

    /** The genuine answer with so many blanks before it; taken. */
    public static Fault tooLargeBody(int blanks) {
        return of("tooLargeBody", genuine -> {
                    byte[] body = new byte[blanks + genuine.body().length];
                    Arrays.fill(body, 0, blanks, (byte) ' ');
                    System.arraycopy(genuine.body(), 0, body, blanks, genuine.body().length);
                    return genuine.withBody(body);
                })
                .afterTaken();
    }

    /** The genuine answer in GBK with some Chinese in it, said to be UTF-8; taken. */
    public static Fault wrongCharset() {
        return of("wrongCharset", genuine -> {
                    ObjectNode body = object(genuine).put("note", "测试主机");
                    String text = new String(Json.bytes(body), StandardCharsets.UTF_8);
                    return genuine.withBody(text.getBytes(Charset.forName("GBK")));
                })
                .afterTaken();
    }

    /** The genuine JSON, changed: numbers as texts, unknown codes, new fields …; taken. */
    public static Fault altered(UnaryOperator<ObjectNode> change) {
        return of("altered", genuine -> genuine.withBody(Json.bytes(change.apply(object(genuine)))))
                .afterTaken();
    }

    /** The genuine answer with null for its payload; taken. */
    public static Fault dataNull() {
        return of("dataNull", genuine -> {
                    ObjectNode body = object(genuine);
                    PAYLOADS.stream().filter(body::has).forEach(body::putNull);
                    return genuine.withBody(Json.bytes(body));
                })
                .afterTaken();
    }

    /** 302 to that address; not taken. */
    public static Fault redirect(String location) {
        return of("redirect", genuine -> copyOfHeaders(genuine, WireResponse.of(302, "text/plain", new byte[0]))
                .with("Location", location));
    }

    private static WireResponse copyOfHeaders(WireResponse genuine, WireResponse response) {
        WireResponse copy = response;
        for (String name : List.of("Date", "X-Request-Id")) {
            copy = copy.with(name, genuine.headers().get(name));
        }
        return copy;
    }

    private static boolean reset(WireConnection connection) throws IOException {
        connection.reset();
        return false;
    }

    private static boolean hang(WireConnection connection) throws IOException {
        connection.pause(LONGER_THAN_ANY_TIMEOUT);
        return false;
    }

    private static ObjectNode object(WireResponse genuine) {
        try {
            JsonNode body = Json.read(genuine.body());
            return body.isObject() ? (ObjectNode) body : Json.object();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
