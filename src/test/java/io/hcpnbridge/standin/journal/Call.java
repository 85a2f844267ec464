package io.hcpnbridge.standin.journal;

import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.wire.WireHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call that arrived.
 *
 * @param at real time, whatever the stand-in's clock says
 * @param target path and query exactly as sent
 * @param accessKey the key it claims; null if none
 * @param status of the answer; null if the connection broke instead of a whole answer
 * @param errorCode of the answer's body; null if none
 * @param fault name of the fault it met; null if none
 * @param taken whether the business side saw it
 */
public record Call(
        Instant at,
        Api api,
        String method,
        String target,
        List<WireHeader> headers,
        byte[] body,
        String accessKey,
        Integer status,
        String errorCode,
        String requestId,
        String fault,
        boolean taken) {

    /** First header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(WireHeader::value)
                .findFirst();
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + target + " -> " + (status == null ? fault : status + " " + errorCode);
    }
}
