package io.hcpnbridge.describe;

/** Nothing can be described, with what is wrong and what to write instead. */
final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
        super(message);
    }
}
