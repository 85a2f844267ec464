package io.hcpnbridge.intake;

/** This replica stood still for so long that another one looks into the folder now; the file is that one's. */
public final class LostTurnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostTurnException() {
        super("another replica looks into the folder");
    }
}
