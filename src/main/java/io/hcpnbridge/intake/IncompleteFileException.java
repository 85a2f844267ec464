package io.hcpnbridge.intake;

import java.io.IOException;

/** The file has changed since it was looked at, or was read short; it stays in {@code .taking} and is tried with the next look. */
public final class IncompleteFileException extends IOException {
    private static final long serialVersionUID = 1L;

    IncompleteFileException(long expected, long found) {
        super("it had " + expected + " bytes when it was looked at, and now " + found);
    }
}
