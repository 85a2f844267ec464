package io.hcpnbridge.partner.call;

import java.io.IOException;

/** A call that brought no complete answer; says whether anything of it can have reached the partner. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    TransportException(boolean sent, Exception cause) {
        super(cause.getClass().getSimpleName(), cause);
        this.sent = sent;
    }

    /** False only if not one byte of the request was written. */
    public boolean sent() {
        return sent;
    }
}
