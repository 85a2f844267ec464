package io.hcpnbridge.exchange;

/** What is kept cannot be read. The message is the rest of a sentence about it. */
final class UnreadableExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableExchangeException(String reason) {
        super(reason);
    }
}
