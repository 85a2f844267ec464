package io.hcpnbridge.work;

import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.mapping.MappingCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rules for settings that mappings must know. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    @Bean
    static SettingsRule quotaRule(MappingCatalog mappings) {
        return new QuotaRule(mappings);
    }
}
