package io.hcpnbridge.route;

import io.hcpnbridge.config.BridgeProperties;
import io.hcpnbridge.mapping.MappingCatalog;
import org.apache.camel.main.RoutesCollector;
import org.apache.camel.model.Model;
import org.apache.camel.spi.CamelContextCustomizer;
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
    FilledTemplates interfaceRoutes(RouteFiles routes, MappingCatalog mappings) {
        var interfaces = mappings.interfaces().stream().map(mappings::current).toList();
        return new FilledTemplates(routes, InterfaceRoutes.of(interfaces));
    }

    @Bean
    CamelContextCustomizer describedTemplates() {
        return camel -> camel.getCamelContextExtension()
                .getContextPlugin(Model.class)
                .addRouteTemplateDefinitionConverter("*", new DescribedTemplates());
    }

    @Bean
    RoutesCollector checkedRoutes(ApplicationContext context, RouteFiles routes) {
        return new CheckedRoutes(context, routes);
    }
}
