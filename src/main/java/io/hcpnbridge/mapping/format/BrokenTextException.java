package io.hcpnbridge.mapping.format;

/** Text that cannot be read or written in the declared charset; the message is the rule that it breaks. */
final class BrokenTextException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenTextException(String rule) {
        super(rule);
    }
}
