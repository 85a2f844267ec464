package io.hcpnbridge.operate;

import io.hcpnbridge.secret.SecretRule;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A password as it is configured: itself, or its bcrypt hash, so that whoever reads the configuration cannot log in. */
final class StoredPassword {
    private static final String HASH = "{bcrypt}";
    /** As {@code htpasswd -B} and others write it; what takes less time to guess than the adapter's own is no protection. */
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(1[0-4])\\$[./A-Za-z0-9]{53}");
    /** bcrypt looks at no more. */
    private static final int LONGEST_BYTES = 72;

    private StoredPassword() {}

    /** The rule that is broken; null if none is. */
    static String problem(String value) {
        if (value.startsWith(HASH)) {
            return BCRYPT.matcher(value.substring(HASH.length())).matches()
                    ? null
                    : "begins with {bcrypt} and no bcrypt hash of cost 10 to 14 follows";
        }
        return value.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES
                ? "is longer than " + LONGEST_BYTES + " bytes"
                : SecretRule.LINE.problem(value);
    }

    /** What a password that somebody enters is compared with. */
    static String hash(String value, PasswordEncoder encoder) {
        return value.startsWith(HASH) ? value.substring(HASH.length()) : encoder.encode(value);
    }
}
