package io.hcpnbridge.saml;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A notice that the service provider posts by itself: base64, with a signature over it (the manual's notification of binding results: signed by the
 * key of its metadata, by default with rsa-sha256).
 */
public final class SignedNotice {
    private static final String USUAL = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final int LONGEST = 16_384;
    private static final String CONTENT = "bindRequest";
    private static final String ALGORITHM = "SigAlg";
    private static final String SIGNATURE = "Signature";

    private final ServiceProvider partner;
    private final Covers covers;

    /** What the signature is over: public pages say "bindRequest", and leave open in which form. */
    public enum Covers {
        /** The value as it is in the form, base64. */
        BASE64,
        /** What that base64 holds. */
        DECODED,
        /** The form's own characters, {@code bindRequest=...&SigAlg=...}, as redirects are signed. */
        FORM
    }

    public SignedNotice(ServiceProvider partner, Covers covers) {
        this.partner = partner;
        this.covers = covers;
    }

    /**
     * What it says, once its signature was found to be of the service provider.
     *
     * @param form as it was posted, not decoded
     */
    public byte[] read(String form) throws RefusedMessageException {
        if (form.length() > LONGEST) {
            throw new RefusedMessageException(Rule.SIZE, "a notice is longer than any is");
        }
        var raw = RawParameters.of(form, Set.of(CONTENT, ALGORITHM, SIGNATURE));
        var content = raw.needed(CONTENT, Rule.QUERY);
        var decoded = Base64Text.decoded(content);
        var signed =
                switch (covers) {
                    case BASE64 -> content.getBytes(StandardCharsets.UTF_8);
                    case DECODED -> decoded;
                    case FORM -> raw.signed(CONTENT, ALGORITHM);
                };
        Signatures.verify(
                signed,
                raw.plain(ALGORITHM).orElse(USUAL),
                Base64Text.decoded(raw.needed(SIGNATURE, Rule.SIGNATURE)),
                partner.certificates());
        return decoded;
    }
}
