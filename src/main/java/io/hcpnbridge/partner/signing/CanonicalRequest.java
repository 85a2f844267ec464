package io.hcpnbridge.partner.signing;

import io.hcpnbridge.text.Sha256;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * First step of a signature: the request in the form that both sides can compute.
 *
 * @param headers the headers to sign, names in lower case
 * @param payloadHash hex SHA-256 of the body, or the value of {@code X-Sdk-Content-Sha256} when that is sent
 */
record CanonicalRequest(String method, RawTarget target, SortedMap<String, String> headers, String payloadHash) {
    private static final String CONTENT_HASH_HEADER = "x-sdk-content-sha256";

    CanonicalRequest {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    static CanonicalRequest of(String method, RawTarget target, Map<String, String> headers, byte[] body) {
        SortedMap<String, String> signed = new TreeMap<>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
        String declaredHash = signed.get(CONTENT_HASH_HEADER);
        return new CanonicalRequest(method, target, signed, declaredHash == null ? Sha256.hex(body) : declaredHash);
    }

    String text() {
        StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(':').append(value).append('\n'));
        return String.join("\n", method, target.canonicalPath(), target.query(), lines, signedHeaders(), payloadHash);
    }

    /** Names of the signed headers, joined with semicolons. */
    String signedHeaders() {
        return String.join(";", headers.keySet());
    }

    String hash() {
        return Sha256.hex(text());
    }

    /** Without the headers: one of them is a token. */
    @Override
    public String toString() {
        return "CanonicalRequest[" + method + ", " + signedHeaders() + "]";
    }
}
