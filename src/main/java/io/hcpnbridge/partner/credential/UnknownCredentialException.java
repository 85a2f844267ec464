package io.hcpnbridge.partner.credential;

import io.hcpnbridge.text.Words;

/** There are no keys for the identity that a call needs; the message says which setting would bring them. */
public final class UnknownCredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    public UnknownCredentialException(Words words) {
        super(words.en());
        this.words = words;
    }

    /** The message in both languages. */
    public Words words() {
        return words;
    }
}
