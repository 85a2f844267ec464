package io.hcpnbridge.check;

import io.hcpnbridge.mapping.MappingCatalog;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** The check of every start, and what is said when nothing else was wanted. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {
    @Bean
    static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
        return new SettingsCheck(environment);
    }

    @Bean
    static FilesCheck filesCheck() {
        return new FilesCheck();
    }

    /** Only for {@code bridge.check}; settings of the server are read without one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "bridge.check", havingValue = "true")
    @EnableConfigurationProperties(ServerProperties.class)
    static class Alone {
        private static final Logger LOG = LoggerFactory.getLogger(CheckConfiguration.class);

        /** Schedules are read, and fire nowhere. */
        @Bean
        ComponentCustomizer unstartedSchedules() {
            return ComponentCustomizer.forType(QuartzComponent.class, quartz -> quartz.setAutoStartScheduler(false));
        }

        @Bean
        ApplicationRunner checkResult(MappingCatalog mappings, CamelContext camel) {
            return arguments -> LOG.info(
                    "All is well: settings, {} interfaces and {} routes are fit to start with",
                    mappings.interfaces().size(),
                    camel.getRoutesSize());
        }
    }
}
