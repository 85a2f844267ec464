package io.hcpnbridge.standin.call;

import io.hcpnbridge.standin.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Path and query of a request, percent-decoded once. A plus sign is a plus sign.
 *
 * @param segments of the path; the first is the empty one before the first slash
 * @param query values by name in the order sent; a name without = has the value null
 */
public record Decoded(List<String> segments, Map<String, List<String>> query) {

    /** Decodes; throws {@link ApiError} 400 if the encoding is broken. */
    public static Decoded of(WireRequest request) {
        List<String> segments = Arrays.stream(request.rawPath().split("/", -1))
                .map(Decoded::decode)
                .toList();
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (!request.rawQuery().isEmpty()) {
            for (String pair : request.rawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? null : decode(pair.substring(equals + 1));
                query.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return new Decoded(segments, query);
    }

    /** The decoded path. */
    public String path() {
        return String.join("/", segments);
    }

    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            if (i + 2 >= raw.length || Character.digit(raw[i + 1], 16) < 0 || Character.digit(raw[i + 2], 16) < 0) {
                throw ApiError.gateway(400, "APIGW.0201", "Bad request: broken percent-encoding");
            }
            bytes.write(Character.digit(raw[i + 1], 16) * 16 + Character.digit(raw[i + 2], 16));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ApiError.gateway(400, "APIGW.0201", "Bad request: target is not UTF-8");
        }
    }
}
