package io.hcpnbridge.partner.call;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Takes out of an error's body what the gateway echoes of the signed request (APIGW.0301: "…, canonicalRequest: …", up to the
 * end of that JSON string): it may hold a token, and from here on the body may be traced.
 */
final class EchoEraser {
    private static final String ECHO = "canonicalrequest";

    private EchoEraser() {}

    static byte[] erase(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String folded = text.toLowerCase(Locale.ROOT);
        int echo = folded.indexOf(ECHO);
        if (echo < 0) {
            return body;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int from = 0;
        while (echo >= 0) {
            kept.append(text, from, echo);
            from = endOfString(text, echo);
            echo = folded.indexOf(ECHO, from);
        }
        return kept.append(text, from, text.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What {@link #erase} takes out first: the gateway's canonical request, its lines ended by {@code |} or as the body has it; null if nothing. */
    static String echoIn(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int echo = text.toLowerCase(Locale.ROOT).indexOf(ECHO);
        return echo < 0 ? null : text.substring(echo + ECHO.length(), endOfString(text, echo));
    }

    private static int endOfString(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }
}
