package io.hcpnbridge.standin.wire;

import java.util.List;
import java.util.Optional;

/**
 * A request as it was on the wire.
 *
 * @param target path and query exactly as sent, still percent-encoded
 * @param headers in the order sent
 * @param from address of the sender
 */
public record WireRequest(String method, String target, List<WireHeader> headers, byte[] body, String from) {

    /** First header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(WireHeader::value)
                .findFirst();
    }

    /** Path as sent, without the query. */
    public String rawPath() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** Query as sent, without the question mark; empty if there is none. */
    public String rawQuery() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    boolean keepsConnection() {
        return header("Connection").map(v -> !v.equalsIgnoreCase("close")).orElse(true);
    }
}
