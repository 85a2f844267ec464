package io.hcpnbridge.tryout;

/** Nothing can be tried, with what is wrong and what to write instead. */
final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
        super(message);
    }
}
