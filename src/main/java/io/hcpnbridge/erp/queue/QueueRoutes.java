package io.hcpnbridge.erp.queue;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** One instance of the template that takes messages in for each request queue, unless a file has a route of that name. */
@Component
class QueueRoutes implements CamelContextConfiguration {
    private static final String ROUTE = "take-in-messages";

    private final ErpQueues queues;

    QueueRoutes(ErpQueues queues) {
        this.queues = queues;
    }

    /** The route that listens at the request queue. */
    static String route(QueueSet queues) {
        return queues.owner() == null ? ROUTE : ROUTE + "-of-" + queues.owner();
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        // The template is not there yet.
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        queues.listening().stream()
                .filter(set -> context.getRoute(route(set)) == null)
                .forEach(set -> TemplatedRouteBuilder.builder(context, "take-in-messages-from")
                        .routeId(route(set))
                        .parameter("queues-of", set.owner() == null ? ErpQueues.SHARED : set.owner())
                        .parameter("request", set.request())
                        .add());
    }
}
