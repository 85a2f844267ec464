package io.hcpnbridge.partner.settings;

import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import io.hcpnbridge.secret.SecretWatch;
import java.util.List;

/** The settings that keys come from: they change together or not at all. */
record KeySettings(SecretSetting accessKey, SecretSetting secretKey, SecretSetting securityToken) {
    static KeySettings of(String prefix, PartnerProperties.Tenant tenant) {
        return new KeySettings(
                setting(prefix + ".access-key", tenant.accessKey(), tenant.accessKeyFile()),
                setting(prefix + ".secret-key", tenant.secretKey(), tenant.secretKeyFile()),
                setting(prefix + ".security-token", null, null));
    }

    static KeySettings of(String prefix, PartnerProperties.Customer customer) {
        return new KeySettings(
                setting(prefix + ".access-key", customer.accessKey(), customer.accessKeyFile()),
                setting(prefix + ".secret-key", customer.secretKey(), customer.secretKeyFile()),
                setting(prefix + ".security-token", customer.securityToken(), customer.securityTokenFile()));
    }

    /** @throws io.hcpnbridge.config.InvalidConfigurationException if a key is missing or cannot be used */
    Current<Keys> kept(SecretWatch secrets) {
        return secrets.keep(
                List.of(accessKey.required(), secretKey.required(), securityToken),
                values -> new Keys(values.get(0), values.get(1), values.get(2)));
    }

    private static SecretSetting setting(String property, Secret value, String file) {
        return SecretSetting.of(property, value, file, SecretRule.HEADER);
    }
}
