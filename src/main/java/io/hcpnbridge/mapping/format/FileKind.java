package io.hcpnbridge.mapping.format;

import java.util.Locale;

/** The kinds of files. */
public enum FileKind {
    FIXED_LENGTH,
    CSV,
    XML;

    /** As definitions name it: {@code fixed-length}, {@code csv}, {@code xml}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a record begins with a letter that tells its kind; in XML its element does. */
    public boolean hasLetters() {
        return this != XML;
    }
}
