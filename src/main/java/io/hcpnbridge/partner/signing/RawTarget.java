package io.hcpnbridge.partner.signing;

import io.hcpnbridge.partner.PartnerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Path and query in the one encoding that is both signed and sent.
 *
 * @param path encoded, without a trailing slash; {@code /} for the empty path
 * @param query encoded, sorted by name; repeated names sorted by value; empty when there is none
 */
public record RawTarget(String path, String query) {
    /** The target of a request. */
    public static RawTarget of(PartnerRequest request) {
        return of(request.path(), request.query());
    }

    static RawTarget of(List<String> segments, Map<String, List<String>> query) {
        String path = segments.stream().map(PercentEncoding::encode).collect(Collectors.joining("/", "/", ""));
        Map<String, String> pairs = new TreeMap<>();
        query.forEach((name, values) -> pairs.put(PercentEncoding.encode(name), pairs(name, values)));
        return new RawTarget(path, String.join("&", pairs.values()));
    }

    /** The request target of the request line. */
    public String text() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The path as signed: it ends with a slash. */
    String canonicalPath() {
        return path.endsWith("/") ? path : path + "/";
    }

    private static String pairs(String name, List<String> values) {
        return values.stream()
                .sorted((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)))
                .map(value -> PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value))
                .collect(Collectors.joining("&"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
