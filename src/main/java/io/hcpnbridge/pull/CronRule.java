package io.hcpnbridge.pull;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.spi.EndpointStrategy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.quartz.CronExpression;
import org.springframework.stereotype.Component;

/** A schedule's cron expression is read with its route, before anything starts. */
@Component
class CronRule implements CamelContextConfiguration, EndpointStrategy {
    @Override
    public void beforeApplicationStart(CamelContext context) {
        context.getCamelContextExtension().registerEndpointCallback(this);
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // Nothing left to do.
    }

    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        if (endpoint instanceof QuartzEndpoint quartz
                && quartz.getCron() != null
                && !CronExpression.isValidExpression(quartz.getCron())) {
            throw new IllegalArgumentException("'" + quartz.getCron() + "' is no cron expression of Quartz");
        }
        return endpoint;
    }
}
