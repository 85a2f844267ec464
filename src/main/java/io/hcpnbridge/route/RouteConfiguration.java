package io.hcpnbridge.route;

import io.hcpnbridge.config.BridgeProperties;
import org.apache.camel.main.RoutesCollector;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes, in place of Camel's own search for them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BridgeProperties.class)
class RouteConfiguration {
    @Bean
    RouteFiles routeFiles(BridgeProperties bridge) {
        return new RouteFiles(bridge.routes());
    }

    @Bean
    RoutesCollector checkedRoutes(ApplicationContext context, RouteFiles routes) {
        return new CheckedRoutes(context, routes);
    }
}
