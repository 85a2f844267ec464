package io.hcpnbridge.partner.credential;

/** There are no keys for the identity that a call needs; the message says which setting would bring them. */
public final class UnknownCredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownCredentialException(String message) {
        super(message);
    }
}
