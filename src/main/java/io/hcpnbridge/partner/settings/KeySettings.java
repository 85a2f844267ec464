package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import io.hcpnbridge.secret.SecretWatch;
import java.util.Arrays;

/** Reads the settings that keys come from: they change together or not at all. */
final class KeySettings {
    private final SecretWatch secrets;

    KeySettings(SecretWatch secrets) {
        this.secrets = secrets;
    }

    /** @throws io.hcpnbridge.config.InvalidConfigurationException if a key is missing or cannot be used */
    Current<Keys> read(String prefix, PartnerProperties.Tenant tenant) {
        var faults = new Faults();
        return keys(
                faults,
                required(faults, prefix + ".access-key", tenant.accessKey(), tenant.accessKeyFile()),
                required(faults, prefix + ".secret-key", tenant.secretKey(), tenant.secretKeyFile()),
                setting(prefix + ".security-token", null, null));
    }

    /** @throws io.hcpnbridge.config.InvalidConfigurationException if a key is missing or cannot be used */
    Current<Keys> read(String prefix, PartnerProperties.Customer customer) {
        var faults = new Faults();
        return keys(
                faults,
                required(faults, prefix + ".access-key", customer.accessKey(), customer.accessKeyFile()),
                required(faults, prefix + ".secret-key", customer.secretKey(), customer.secretKeyFile()),
                faults.keep(() ->
                        setting(prefix + ".security-token", customer.securityToken(), customer.securityTokenFile())));
    }

    private Current<Keys> keys(Faults faults, SecretSetting... settings) {
        faults.throwAny();
        return secrets.keep(Arrays.asList(settings), values -> new Keys(values.get(0), values.get(1), values.get(2)));
    }

    private static SecretSetting required(Faults faults, String property, Secret value, String file) {
        return faults.keep(() -> setting(property, value, file).required());
    }

    private static SecretSetting setting(String property, Secret value, String file) {
        return SecretSetting.of(property, value, file, SecretRule.HEADER);
    }
}
