package io.hcpnbridge.saml;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import java.util.Base64;

/** A parameter in base64, as strangers write it. */
final class Base64Text {
    private Base64Text() {}

    static byte[] decoded(String text) throws RefusedMessageException {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedMessageException(Rule.QUERY, "a parameter is no base64");
        }
    }
}
