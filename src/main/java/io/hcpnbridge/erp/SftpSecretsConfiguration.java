package io.hcpnbridge.erp;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the SFTP password and keys to the endpoints before the routes are loaded. */
@Configuration(proxyBeanMethods = false)
class SftpSecretsConfiguration {
    @Bean
    CamelContextConfiguration sftpSecretsAtEndpoints(SftpSecrets secrets) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                context.getCamelContextExtension().registerEndpointCallback(secrets);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // Nothing left to do.
            }
        };
    }
}
