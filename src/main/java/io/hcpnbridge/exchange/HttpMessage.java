package io.hcpnbridge.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A request or an answer, written down like HTTP: the start line, the headers, a blank line, the body; lines end with a line feed.
 *
 * @param startLine method, path and query; or the status
 * @param body do not change it
 */
record HttpMessage(String startLine, Map<String, String> headers, byte[] body) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    byte[] bytes() {
        var head = new StringBuilder(line(startLine));
        headers.forEach((name, value) -> head.append(line(name + ": " + value)));
        var bytes = new ByteArrayOutputStream(body.length + head.length() + 1);
        bytes.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** What {@link #bytes} has written. */
    static HttpMessage of(byte[] bytes) {
        var end = 0;
        while (end < bytes.length - 1 && !(bytes[end] == '\n' && bytes[end + 1] == '\n')) {
            end++;
        }
        var lines = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n", -1);
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            var parts = lines[i].split(": ", 2);
            headers.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        var from = Math.min(end + 2, bytes.length);
        return new HttpMessage(lines[0], headers, Arrays.copyOfRange(bytes, from, bytes.length));
    }

    HttpMessage with(String line, byte[] content) {
        return new HttpMessage(line, headers, content);
    }

    private static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ") + "\n";
    }
}
