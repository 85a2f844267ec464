package io.hcpnbridge.mapping;

import io.hcpnbridge.config.BridgeProperties;
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
}
