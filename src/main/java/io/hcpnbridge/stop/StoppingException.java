package io.hcpnbridge.stop;

/** Not a failure: the next step is not begun any more, as the adapter stops. */
public final class StoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppingException() {
        super("The adapter stops", null, false, false);
    }
}
