package io.hcpnbridge.erp.queue;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.springframework.stereotype.Component;

/** What crosses between messages and routes: nothing comes in as a header, and only what a reply shall say goes out. */
@Component("queueHeaders")
public class QueueHeaders implements HeaderFilterStrategy {
    /** The broker drops a second message with the same value. */
    public static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private static final Set<String> BROKERS_OWN = Set.of("jmsx", "jms_amqp_", "_amq_", "__amq_");
    private static final Set<String> OUT =
            Set.of("interface", "tenant", "status", "edition", "change", "traceparent", DUPLICATE_ID);

    private final Set<String> in;

    QueueHeaders(QueueProperties queues) {
        in = Set.copyOf(queues.properties().stream().map(QueueHeaders::lower).toList());
    }

    /** Whether a message may have such a property; the broker's own and those of tracing it always may. */
    public boolean isLetIn(String property) {
        var name = lower(property);
        return in.contains(name)
                || BROKERS_OWN.stream().anyMatch(name::startsWith)
                || TracingProperties.isOne(property);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
