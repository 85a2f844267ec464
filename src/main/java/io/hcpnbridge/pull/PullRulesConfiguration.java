package io.hcpnbridge.pull;

import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.partner.settings.PartnerProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pulls fit to tenants and interfaces. */
@Configuration(proxyBeanMethods = false)
class PullRulesConfiguration {
    @Bean
    static SettingsRule pullRule(MappingCatalog mappings) {
        return (settings, faults) -> {
            var tenants = settings.group(PartnerProperties.class)
                    .flatMap(partner -> Optional.ofNullable(partner.tenants()))
                    .map(Map::keySet);
            var withoutFolders = settings.group(ErpProperties.class)
                    .map(erp -> new ErpTenants(erp).withoutFolders())
                    .orElse(List.of());
            var pulls = settings.group(PullProperties.class);
            if (tenants.isPresent() && pulls.isPresent()) {
                faults.keep(() -> new PullsReader(tenants.get(), withoutFolders, mappings).read(pulls.get()));
            }
        };
    }
}
