package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.secret.SecretWatch;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Makes the checked settings from the written ones. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerProperties.class)
@Import(SecretWatch.class)
class PartnerSettingsConfiguration {
    @Bean
    static SettingsRule partnerRule() {
        return new PartnerRule();
    }

    /** @throws InvalidConfigurationException if the program cannot start with these settings */
    @Bean
    PartnerSettings partnerSettings(PartnerProperties properties, SecretWatch secrets) {
        return new PartnerSettingsReader(properties, secrets).read();
    }
}
