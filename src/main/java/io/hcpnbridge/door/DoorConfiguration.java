package io.hcpnbridge.door;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** In this order, before all others: who asks, a plain address, the probes, the body. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(DoorProperties.class)
public class DoorConfiguration {
    @Bean
    ProbeConnector probeConnector(DoorProperties door, ServerProperties server) {
        return new ProbeConnector(door.probesPort(), server.getAddress());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> doorOfTomcat(DoorProperties door, ProbeConnector probes) {
        var proxies = new TrustedProxyValve(new TrustedProxies(door.trustedProxies()));
        return tomcat -> {
            tomcat.addEngineValves(new UnreadBodyValve(), proxies);
            tomcat.addAdditionalTomcatConnectors(probes.connector());
        };
    }

    @Bean
    PlainPathFilter plainPathFilter() {
        return new PlainPathFilter();
    }

    @Bean
    FilterRegistrationBean<PlainPathFilter> plainPaths(PlainPathFilter filter) {
        return registered(filter, 0);
    }

    @Bean
    FilterRegistrationBean<ProbeFilter> probes(
            ObjectProvider<HealthEndpoint> health, ObjectProvider<HealthEndpointGroups> groups, ProbeConnector own) {
        return registered(new ProbeFilter(health, groups, port -> port == own.port()), 1);
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodies(DoorProperties door) {
        return registered(new BodyFilter(door.bodyTime()), 2);
    }

    private static <F extends Filter> FilterRegistrationBean<F> registered(F filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
