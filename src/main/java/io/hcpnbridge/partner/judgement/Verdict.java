package io.hcpnbridge.partner.judgement;

import java.util.Locale;

/** The six ways a call can end. */
public enum Verdict {
    /** The partner did it. */
    SUCCESS,
    /** The partner understood the request and said no, or the adapter did for want of keys: final for this content. */
    REFUSED,
    /** Too fast: not an error, try again later. */
    THROTTLED,
    /** Signature, keys or token not accepted; never to be tried in a loop, the key would be locked. */
    UNAUTHENTICATED,
    /** No connection came about, so nothing was sent: nobody's fault but the line's, try again later. */
    UNREACHABLE,
    /** Anything technical after the connection stood. */
    FAILED;

    /** As routes compare it: {@code success}, {@code refused}, … */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
