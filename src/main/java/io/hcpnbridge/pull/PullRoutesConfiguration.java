package io.hcpnbridge.pull;

import io.hcpnbridge.route.FilledTemplates;
import io.hcpnbridge.route.RouteFiles;
import io.hcpnbridge.route.TemplatedRoute;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every pull that is configured has a route, enabled or not: operators see when it would fire. */
@Configuration(proxyBeanMethods = false)
class PullRoutesConfiguration {
    @Bean
    FilledTemplates pullRoutes(RouteFiles routes, PullProperties properties) {
        var wanted = properties.pulls().keySet().stream()
                .sorted()
                .map(name -> new TemplatedRoute("pull-" + name, "pull-by-schedule", Map.of("pull", name)))
                .toList();
        return new FilledTemplates(routes, wanted);
    }
}
