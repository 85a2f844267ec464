package io.hcpnbridge.mapping.format;

/** The kinds of files; a format file names its kind in each of its streams. */
public enum FileKind {
    FIXED_LENGTH("fixedlength"),
    CSV("csv"),
    XML("xml");

    private final String text;

    FileKind(String text) {
        this.text = text;
    }

    /** As the format file names it. */
    String text() {
        return text;
    }
}
