package io.hcpnbridge.intake;

import java.io.IOException;

/** A claimed file is no longer there: somebody has taken it out of {@code .taking}, or another replica has put it aside. */
public final class VanishedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    VanishedFileException() {
        super("the claimed file is gone");
    }
}
