package io.hcpnbridge.exchange;

import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretRule;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys that exchanges are encrypted with: 32 random bytes in Base64 each ({@code openssl rand -base64 32}), one a line. The first one
 * encrypts; those behind it still read what was encrypted with them before.
 */
final class ExchangeKeys {
    static final SecretRule RULE = text -> areKeys(text) ? null : "holds no keys: 32 bytes in Base64 each, one a line";

    /** No key. */
    static final ExchangeKeys NONE = new ExchangeKeys(List.of());

    private static final int BYTES = 32;

    private final List<ExchangeKey> keys;

    private ExchangeKeys(List<ExchangeKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @param file that keeps the {@link #RULE}; null: there is none */
    static ExchangeKeys of(Secret file) {
        return file == null
                ? NONE
                : new ExchangeKeys(file.reveal()
                        .lines()
                        .map(line -> new ExchangeKey(decoded(line)))
                        .toList());
    }

    /** The one to encrypt with. */
    Optional<ExchangeKey> first() {
        return keys.stream().findFirst();
    }

    Optional<ExchangeKey> of(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static boolean areKeys(String text) {
        try {
            return text.lines().allMatch(line -> decoded(line).length == BYTES);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] decoded(String line) {
        return Base64.getDecoder().decode(line.strip());
    }

    /** How many; no key. */
    @Override
    public String toString() {
        return "ExchangeKeys[" + keys.size() + "]";
    }
}
