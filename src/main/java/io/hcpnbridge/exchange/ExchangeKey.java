package io.hcpnbridge.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts by AES-256-GCM, each content under a key of its own that HMAC-SHA256 makes of this one and of what the content belongs to: so
 * no nonce can come twice under one key, however many there are, and what is moved to another call cannot be read.
 */
final class ExchangeKey {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 6;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec master;
    private final String id;

    ExchangeKey(byte[] bytes) {
        master = new SecretKeySpec(bytes, HMAC);
        id = HexFormat.of().formatHex(Arrays.copyOf(sha256(bytes), ID_BYTES));
    }

    /** Tells it from others and nothing about it: the begin of its SHA-256. */
    String id() {
        return id;
    }

    byte[] seal(byte[] content, UUID call, Way way) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, call, way).doFinal(content);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    /** @throws UnreadableExchangeException if it was sealed otherwise, or has been changed */
    byte[] open(byte[] sealed, UUID call, Way way) {
        if (sealed.length < NONCE_BYTES) {
            throw new UnreadableExchangeException("is cut off");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), call, way)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new UnreadableExchangeException("was changed, or belongs to another call");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID call, Way way) throws GeneralSecurityException {
        var mac = Mac.getInstance(HMAC);
        mac.init(master);
        var own = mac.doFinal((way.name() + " " + call).getBytes(StandardCharsets.US_ASCII));
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The id; no key. */
    @Override
    public String toString() {
        return "ExchangeKey[" + id + "]";
    }
}
