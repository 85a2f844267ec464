package io.hcpnbridge.operate;

import org.apache.camel.CamelContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Lets records under way finish before anything else is stopped, for {@code camel.main.shutdown-timeout} at most. Meanwhile
 * health and Hawtio still answer, and readiness already says no: left to itself Camel stops after the web server. Whoever has to know of the stop before comes with a higher precedence.
 */
@Component
final class OrderlyStop implements ApplicationListener<ContextClosedEvent> {
    private final CamelContext camel;

    OrderlyStop(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        camel.stop();
    }
}
