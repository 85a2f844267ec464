package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;

/** A value that the ERP's format cannot hold: nothing is cut or replaced, the line is not written. */
public final class UnfitValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final transient Words rule;

    /** @param field record and field, e.g. {@code order.customerName} */
    UnfitValueException(String field, String value, Words rule) {
        super(field + " " + rule + ": " + value);
        this.field = field;
        this.value = value;
        this.rule = rule;
    }

    public String field() {
        return field;
    }

    /** At most 60 characters, escaped. */
    public String value() {
        return value;
    }

    public Words rule() {
        return rule;
    }

    /** The message in both languages. */
    public Words words() {
        return Words.of("%s %s: %s", "%s %s：%s", field, rule, value);
    }
}
