package io.hcpnbridge.mapping.format;

/** A value that cannot be read or written in its column or charset; the message is the rule that it breaks. */
public final class BrokenValueException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenValueException(String rule) {
        super(rule);
    }

    BrokenValueException(String rule, Throwable cause) {
        super(rule, cause);
    }
}
