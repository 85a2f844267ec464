package io.hcpnbridge.route;

import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelSpringBootRoutesCollector;
import org.apache.camel.support.ResourceHelper;
import org.springframework.context.ApplicationContext;

/** Gives Camel the files that were read and checked, instead of what it would find by itself. */
final class CheckedRoutes extends CamelSpringBootRoutesCollector {
    private final RouteFiles routes;

    CheckedRoutes(ApplicationContext context, RouteFiles routes) {
        super(context, false);
        this.routes = routes;
    }

    @Override
    public Collection<Resource> findRouteResourcesFromDirectory(
            CamelContext camel, String excludePattern, String includePattern) {
        return routes.files().values().stream().map(CheckedRoutes::resource).toList();
    }

    private static Resource resource(RouteFile file) {
        return ResourceHelper.fromBytes("routes/" + file.name(), file.content());
    }
}
