package io.hcpnbridge.portal;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is answered.
 *
 * @param headers besides those that all answers have
 * @param body may be empty
 */
record Told(int status, String type, Map<String, String> headers, String body) {
    static final String HTML = "text/html;charset=UTF-8";
    private static final String NOTHING_LOADED = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; ";

    static Told nothing(int status) {
        return new Told(status, null, Map.of(), "");
    }

    static Told elsewhere(String address) {
        return new Told(303, null, Map.of("Location", address), "");
    }

    /** @param nonce of its style and script; it may post to wherever the partner leads on to, encrypted or within this machine */
    static Told page(int status, String nonce, String html) {
        return new Told(
                status,
                HTML,
                Map.of(
                        "Content-Security-Policy",
                        NOTHING_LOADED + "style-src 'nonce-%1$s'; script-src 'nonce-%1$s'; ".formatted(nonce)
                                + "form-action https: http://localhost:* http://127.0.0.1:*"),
                html);
    }

    Told with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Told(status, type, more, body);
    }
}
