package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;

/** The partner's names for accounts and platforms. They may stand in files like secrets, but are read once: another is another account. */
final class Identifier {
    private static final SecretRule RULE =
            SecretRule.matching("[A-Za-z0-9_-]{1,64}", "must be up to 64 letters, digits, - and _");

    private Identifier() {}

    static String required(String property, String value, String file) {
        return setting(property, value, file).required().read().reveal();
    }

    /** Null when not set. */
    static String optional(String property, String value, String file) {
        var setting = setting(property, value, file);
        return setting.isSet() ? setting.read().reveal() : null;
    }

    static void check(String property, String id) {
        var problem = RULE.problem(id);
        if (problem != null) {
            throw new InvalidConfigurationException(property, problem);
        }
    }

    private static SecretSetting setting(String property, String value, String file) {
        return SecretSetting.of(property, value == null ? null : Secret.of(value), file, RULE);
    }
}
