package io.hcpnbridge.partner.call;

import java.io.IOException;

/** So much time has gone by since the call was announced that others may take it for one that is over: it is not sent any more. */
public final class StoodStillException extends IOException {
    private static final long serialVersionUID = 1L;

    StoodStillException() {
        super("The adapter stood still");
    }
}
