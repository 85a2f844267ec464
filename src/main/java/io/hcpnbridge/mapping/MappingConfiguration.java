package io.hcpnbridge.mapping;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compiles the mappings at the start; a mapping that does not compile stops it. */
@Configuration(proxyBeanMethods = false)
public class MappingConfiguration {
    @Bean
    MappingSource mappingSource(@Value("${bridge.mappings:classpath:mappings/}") String locations) {
        return new MappingSource(locations);
    }

    @Bean
    MappingCatalog mappingCatalog(MappingSource source) {
        return new MappingCatalog(source);
    }
}
