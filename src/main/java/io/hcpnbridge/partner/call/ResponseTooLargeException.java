package io.hcpnbridge.partner.call;

import java.io.IOException;

/** The answer is larger than {@code partner.max-response-size}. */
public final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    ResponseTooLargeException(int limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    /** Bytes that it may have. */
    public int limit() {
        return limit;
    }
}
