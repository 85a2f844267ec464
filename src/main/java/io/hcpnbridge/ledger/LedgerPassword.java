package io.hcpnbridge.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import io.hcpnbridge.secret.SecretWatch;

/**
 * The database's password from a file. A pool opens every connection with the password as it is then; those that are open are not
 * asked for it again.
 */
final class LedgerPassword {
    static final String VALUE = "spring.datasource.password";
    private static final String FILE = "ledger.password-file";

    private final Current<Secret> password;

    /**
     * @param value of {@code spring.datasource.password}, null if not set
     * @throws io.hcpnbridge.config.InvalidConfigurationException if both are set, or the file cannot be used
     */
    LedgerPassword(LedgerProperties ledger, String value, SecretWatch secrets) {
        password = secrets.keep(setting(ledger, value));
    }

    static SecretSetting setting(LedgerProperties ledger, String value) {
        var given = value == null ? null : Secret.of(value);
        return new SecretSetting(VALUE, given, FILE, ledger.passwordFile(), SecretRule.LINE);
    }

    void follow(HikariDataSource pool) {
        password.follow(secret -> pool.setPassword(secret == null ? null : secret.reveal()));
    }
}
