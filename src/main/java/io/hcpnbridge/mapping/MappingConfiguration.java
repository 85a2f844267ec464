package io.hcpnbridge.mapping;

import io.hcpnbridge.config.BridgeProperties;
import io.hcpnbridge.mapping.definition.PartnerFields;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compiles the mappings at the start; a mapping that does not compile stops it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BridgeProperties.class)
public class MappingConfiguration {
    @Bean
    MappingSource mappingSource(BridgeProperties bridge) {
        return new MappingSource(bridge.mappings());
    }

    @Bean
    MappingCatalog mappingCatalog(MappingSource source) {
        return new MappingCatalog(source);
    }

    @Bean
    PartnerFields partnerFields(MappingSource source) {
        return source.partnerFields();
    }
}
