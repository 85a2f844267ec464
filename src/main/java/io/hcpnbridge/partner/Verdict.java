package io.hcpnbridge.partner;

import java.util.Locale;

/** The ways a call can end. What a route does not know of, it leaves in doubt. */
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
    /** Anything technical that changed nothing at the partner, or a call that may be repeated whatever it changed. */
    FAILED,
    /** A write that may have been carried out, and nobody can tell: never sent again by itself. */
    IN_DOUBT;

    /** Whether it says for certain that the call has changed nothing at the partner. */
    public boolean changedNothing() {
        return switch (this) {
            case REFUSED, THROTTLED, UNAUTHENTICATED, UNREACHABLE -> true;
            case SUCCESS, FAILED, IN_DOUBT -> false;
        };
    }

    /** What it means that a call was sent, and no answer came that says what became of it. */
    public static Verdict unanswered(Effect effect) {
        return effect.mayBeRepeated() ? FAILED : IN_DOUBT;
    }

    /** As routes compare it: {@code success}, {@code refused}, {@code in-doubt}, … */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
