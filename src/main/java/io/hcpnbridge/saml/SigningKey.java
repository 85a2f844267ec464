package io.hcpnbridge.saml;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The key that signs assertions, with its certificate, and the certificate of the key that signed before it or will after it.
 * {@link #toString()} shows none of it.
 */
public final class SigningKey {
    private static final int LEAST_BITS = 2048;

    private final KeyPair pair;
    private final X509Certificate certificate;
    private final X509Certificate other;
    private final SecretKeySpec sealing;

    private SigningKey(KeyPair pair, X509Certificate certificate, X509Certificate other) {
        this.pair = pair;
        this.certificate = certificate;
        this.other = other;
        this.sealing = sealing(pair.getPrivate());
    }

    /**
     * Reads it.
     *
     * @param key PEM, PKCS #8 or #1, RSA of 2,048 bits or more
     * @param certificate PEM, X.509, of that key
     * @param other PEM, X.509, of another one; null if there is none
     * @param setting prefix of the settings, for errors
     * @throws InvalidConfigurationException if they are not, or do not belong together
     */
    public static SigningKey read(String key, String certificate, String other, String setting) {
        var own = certificate(certificate, setting + "certificate-file");
        var pair = new KeyPair(own.getPublicKey(), privateKey(key, setting + "key-file"));
        if (!(own.getPublicKey() instanceof RSAPublicKey rsa)
                || rsa.getModulus().bitLength() < LEAST_BITS) {
            throw new InvalidConfigurationException(
                    setting + "certificate-file", "is not of an RSA key of " + LEAST_BITS + " bits or more");
        }
        if (!belongTogether(pair)) {
            throw new InvalidConfigurationException(setting + "certificate-file", "is not of the key in key-file");
        }
        return new SigningKey(pair, own, other == null ? null : certificate(other, setting + "other-certificate-file"));
    }

    /** What only who has this key can tell of some bytes: 32 others (HMAC, by a secret that is derived from the key). */
    public byte[] seal(byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(sealing);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }

    /** Of a purpose of its own, so that nothing it makes could be taken for a signature, or tells of the key. */
    private static SecretKeySpec sealing(PrivateKey key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("seal of tokens".getBytes(StandardCharsets.US_ASCII));
            return new SecretKeySpec(digest.digest(key.getEncoded()), "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    KeyPair pair() {
        return pair;
    }

    X509Certificate certificate() {
        return certificate;
    }

    Optional<X509Certificate> other() {
        return Optional.ofNullable(other);
    }

    private static X509Certificate certificate(String pem, String setting) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new InvalidConfigurationException(setting, "is no X.509 certificate in PEM");
        }
    }

    private static PrivateKey privateKey(String pem, String setting) {
        try {
            if (PemContent.of(pem).getPrivateKey() instanceof RSAPrivateKey key) {
                return key;
            }
        } catch (IllegalStateException | IllegalArgumentException e) {
            // It is not shown why: that could show some of it.
        }
        throw new InvalidConfigurationException(
                setting, "is no RSA key in PEM without a password (BEGIN PRIVATE KEY or BEGIN RSA PRIVATE KEY)");
    }

    private static boolean belongTogether(KeyPair pair) {
        try {
            var challenge = "belongs together".getBytes(StandardCharsets.US_ASCII);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(challenge);
            var signed = signature.sign();
            signature.initVerify(pair.getPublic());
            signature.update(challenge);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SigningKey[***]";
    }
}
