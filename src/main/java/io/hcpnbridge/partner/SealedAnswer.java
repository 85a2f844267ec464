package io.hcpnbridge.partner;

import io.hcpnbridge.secret.Secret;
import java.util.Optional;

/** An answer that holds secrets: it travels as an object that shows none of them, never as message body or headers. */
public final class SealedAnswer {
    private final byte[] body;
    private final String contentType;
    private final String token;

    /**
     * @param contentType null when not told
     * @param token header X-Subject-Token; null when there is none
     */
    public SealedAnswer(byte[] body, String contentType, String token) {
        this.body = body.clone();
        this.contentType = contentType;
        this.token = token;
    }

    /** Empty when there was none. */
    public byte[] body() {
        return body.clone();
    }

    public String contentType() {
        return contentType;
    }

    /** The token that IAM sends in a header. */
    public Optional<Secret> token() {
        return Optional.ofNullable(token).map(Secret::of);
    }

    @Override
    public String toString() {
        return "SealedAnswer[" + body.length + " bytes]";
    }
}
