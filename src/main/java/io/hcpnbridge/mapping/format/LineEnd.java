package io.hcpnbridge.mapping.format;

/** What ends a written line. */
public enum LineEnd {
    CRLF("\r\n"),
    LF("\n");

    private final String text;

    LineEnd(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
