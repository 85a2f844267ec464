package io.hcpnbridge.mapping.format;

import java.util.Locale;

/** The form in which a batch came and is answered. */
public enum Form {
    /** A file in the interface's own format. */
    FILE,
    /** A JSON message. */
    MESSAGE;

    /** As the ledger writes it: {@code file}, {@code message}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form that the ledger calls so. */
    public static Form of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
