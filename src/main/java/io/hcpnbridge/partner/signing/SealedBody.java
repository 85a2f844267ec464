package io.hcpnbridge.partner.signing;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** A body that camel-http sends as it is and that shows nothing of itself on the way. */
final class SealedBody extends ByteArrayEntity {
    private final int length;

    SealedBody(byte[] bytes, ContentType type) {
        super(bytes.clone(), type);
        this.length = bytes.length;
    }

    @Override
    public String toString() {
        return "SealedBody[" + length + " bytes]";
    }
}
