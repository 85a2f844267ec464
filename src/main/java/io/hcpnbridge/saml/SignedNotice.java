package io.hcpnbridge.saml;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import java.nio.charset.StandardCharsets;

/**
 * A notice that the service provider posts by itself: base64, with a signature over it (the manual's notification of binding results: signed by the
 * key of its metadata, by default with rsa-sha256).
 */
public final class SignedNotice {
    private static final String USUAL = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final int LONGEST = 16_384;

    private final ServiceProvider partner;

    public SignedNotice(ServiceProvider partner) {
        this.partner = partner;
    }

    /**
     * What it says, once its signature was found to be of the service provider.
     *
     * @param content base64; null if nothing came
     * @param algorithm URI; null for the usual one
     * @param signature base64; null if none came
     */
    public byte[] read(String content, String algorithm, String signature) throws RefusedMessageException {
        if (content == null || content.length() > LONGEST) {
            throw new RefusedMessageException(
                    content == null ? Rule.QUERY : Rule.SIZE, "a notice is missing, or longer than any is");
        }
        if (signature == null) {
            throw new RefusedMessageException(Rule.SIGNATURE, "a notice is not signed");
        }
        Signatures.verify(
                content.getBytes(StandardCharsets.UTF_8),
                algorithm == null ? USUAL : algorithm,
                Base64Text.decoded(signature),
                partner.certificates());
        return Base64Text.decoded(content);
    }
}
