package io.hcpnbridge.portal;

import io.hcpnbridge.text.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A secret of 256 bits that a browser shows; the ledger has its hash. */
record Token(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static Token next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
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

    @Override
    public String toString() {
        return "Token[***]";
    }
}
