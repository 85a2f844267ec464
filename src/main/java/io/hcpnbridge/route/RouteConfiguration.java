package io.hcpnbridge.route;

import org.apache.camel.main.RoutesCollector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes, in place of Camel's own search for them. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {
    @Bean
    RouteFiles routeFiles(@Value("${bridge.routes:classpath:routes/*.camel.yaml}") String patterns) {
        return new RouteFiles(patterns);
    }

    @Bean
    RoutesCollector checkedRoutes(ApplicationContext context, RouteFiles routes) {
        return new CheckedRoutes(context, routes);
    }
}
