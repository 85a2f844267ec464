package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.settings.PartnerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The quotas that calls keep to. */
@Configuration(proxyBeanMethods = false)
class QuotaConfiguration {
    @Bean
    Quotas quotas(DocumentedQuotas documented, PartnerSettings settings) {
        return new Quotas(documented.byApi(), settings.quotas());
    }
}
