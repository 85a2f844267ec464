package io.hcpnbridge.standin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A complete answer. Status 204 has neither body nor length. */
public record WireResponse(int status, Map<String, String> headers, byte[] body) implements Reply {
    public static final String JSON = "application/json;charset=UTF-8";

    public static WireResponse json(int status, JsonNode body) {
        return of(status, JSON, Json.bytes(body));
    }

    public static WireResponse noContent() {
        return new WireResponse(204, Map.of(), new byte[0]);
    }

    public static WireResponse of(int status, String contentType, byte[] body) {
        return new WireResponse(status, Map.of("Content-Type", contentType), body);
    }

    /** The same answer with a header set. */
    public WireResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireResponse(status, more, body);
    }

    /** The same answer with another body. */
    public WireResponse withBody(byte[] other) {
        return new WireResponse(status, headers, other);
    }

    /** Status line and headers, promising a body of that many bytes. */
    public byte[] head(long promisedBytes) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(reason())
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (status != 204) {
            head.append("Content-Length: ").append(promisedBytes).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean sendOver(WireConnection connection) throws IOException {
        connection.send(head(body.length));
        connection.send(body);
        return true;
    }

    private String reason() {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            default -> "Status";
        };
    }
}
