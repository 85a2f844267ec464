package io.hcpnbridge.partner.credential;

import io.hcpnbridge.partner.settings.Keys;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Customers' keys as configured: {@code partner.tenants.<name>.customers.<id>.*}. */
@Component
class ConfiguredCustomerCredentials implements CustomerCredentials {
    private final PartnerSettings settings;

    ConfiguredCustomerCredentials(PartnerSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Credential> find(String tenant, String customerId) {
        return settings.tenant(tenant)
                .map(found -> found.customers().get(customerId))
                .map(keys -> credential(tenant, customerId, keys));
    }

    private static Credential credential(String tenant, String customerId, Keys keys) {
        return Credential.ofCustomer(tenant, customerId, keys.accessKey(), keys.secretKey(), keys.securityToken());
    }
}
