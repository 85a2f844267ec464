package io.hcpnbridge.saml;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** Signatures over plain characters, by algorithms that are still trusted. */
final class Signatures {
    private static final Map<String, String> ALGORITHMS = Map.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "SHA256withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "SHA384withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "SHA512withRSA");

    private Signatures() {}

    /** @throws RefusedMessageException unless one of the certificates' keys has signed it */
    static void verify(byte[] signed, String algorithm, byte[] signature, List<X509Certificate> certificates)
            throws RefusedMessageException {
        var known = ALGORITHMS.get(algorithm);
        if (known == null) {
            throw new RefusedMessageException(Rule.SIGNATURE, "it is signed by an algorithm that is not trusted");
        }
        if (certificates.stream().noneMatch(certificate -> isOf(certificate, signed, known, signature))) {
            throw new RefusedMessageException(
                    Rule.SIGNATURE, "it is not signed by a key of the service provider's metadata");
        }
    }

    private static boolean isOf(X509Certificate certificate, byte[] signed, String algorithm, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
