package io.hcpnbridge.partner.call;

import java.time.Duration;

/** So many calls wait for the quota of this lane that one more is not worth waiting with: nothing was sent. */
public final class LaneFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String api;
    private final Duration rest;

    LaneFullException(String api, Duration rest) {
        super("The quota of " + api + " is taken for a while");
        this.api = api;
        this.rest = rest;
    }

    /** Quota name of the endpoint. */
    public String api() {
        return api;
    }

    /** After which it is worth another try. */
    public Duration rest() {
        return rest;
    }
}
