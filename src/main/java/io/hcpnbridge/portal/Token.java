package io.hcpnbridge.portal;

import io.hcpnbridge.saml.SigningKey;
import io.hcpnbridge.text.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A secret of 128 random bits that a browser shows, with as many that seal it; the ledger has its hash. */
record Token(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int HALF = 16;

    static Token next(SigningKey key) {
        var bytes = new byte[2 * HALF];
        RANDOM.nextBytes(bytes);
        System.arraycopy(seal(bytes, key), 0, bytes, HALF, HALF);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty if it can be none: nothing is asked about it. */
    static Optional<Token> shown(String text) {
        return Optional.ofNullable(text)
                .filter(shown -> FORM.matcher(shown).matches())
                .map(Token::new);
    }

    /** Hex SHA-256. */
    String hash() {
        return Sha256.hex(text);
    }

    /** Whether it was made with that key; those made before the key changed are as good, but not known by this. */
    boolean isSealedBy(SigningKey key) {
        var bytes = Base64.getUrlDecoder().decode(text);
        return MessageDigest.isEqual(Arrays.copyOfRange(bytes, HALF, 2 * HALF), seal(bytes, key));
    }

    private static byte[] seal(byte[] bytes, SigningKey key) {
        return Arrays.copyOf(key.seal(Arrays.copyOf(bytes, HALF)), HALF);
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
