package io.hcpnbridge.secret;

import java.util.Objects;

/** A value that never shows itself: not in logs, not in JMX, not in exceptions. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** Also what configuration binding calls. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself: only for signing and for the header it is sent in. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
