package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.InvalidConfigurationException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the checked settings from the written ones. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerProperties.class)
class PartnerSettingsConfiguration {
    /** @throws InvalidConfigurationException if the program cannot start with these settings */
    @Bean
    PartnerSettings partnerSettings(PartnerProperties properties) {
        return new PartnerSettingsReader(properties).read();
    }
}
