package io.hcpnbridge.partner.credential;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.CustomerIdentity;
import io.hcpnbridge.partner.settings.Keys;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.secret.Version;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Customers' keys as configured: {@code partner.tenants.<name>.customers.<id>.*}; they go before all others. */
@Component
@Order(1)
class ConfiguredCustomerCredentials implements CustomerCredentials {
    private final PartnerSettings settings;

    ConfiguredCustomerCredentials(PartnerSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Credential> find(CustomerIdentity identity) {
        return settings.tenant(identity.tenant())
                .map(found -> found.customers().get(identity.customer()))
                .map(keys -> credential(identity, keys.version()));
    }

    private static Credential credential(CustomerIdentity identity, Version<Keys> version) {
        var keys = version.value();
        return Credential.ofCustomer(
                        identity.tenant(),
                        identity.customer(),
                        keys.accessKey(),
                        keys.secretKey(),
                        keys.securityToken())
                .madeFrom(version);
    }
}
