package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;

/** A value that cannot be read or written in its column or charset; the message is the rule that it breaks. */
public final class BrokenValueException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Words rule;

    BrokenValueException(Words rule) {
        this(rule, null);
    }

    BrokenValueException(Words rule, Throwable cause) {
        super(rule.en(), cause);
        this.rule = rule;
    }

    Words rule() {
        return rule;
    }
}
