package io.hcpnbridge.partner.judgement;

import java.util.Locale;

/** The five ways a call can end. */
public enum Verdict {
    /** The partner did it. */
    SUCCESS,
    /** The partner understood the request and said no, or the adapter did for want of keys: final for this content. */
    REFUSED,
    /** Too fast: not an error, try again later. */
    THROTTLED,
    /** Signature, keys or token not accepted; never to be tried in a loop, the key would be locked. */
    UNAUTHENTICATED,
    /** Anything technical. */
    FAILED;

    /** As routes compare it: {@code success}, {@code refused}, … */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
