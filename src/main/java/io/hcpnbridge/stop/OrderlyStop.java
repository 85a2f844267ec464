package io.hcpnbridge.stop;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Lets records under way finish before anything else is stopped, for {@code camel.main.shutdown-timeout} at most. Meanwhile
 * health and Hawtio still answer, and readiness already says no: left to itself Camel stops after the web server. Camel breaks
 * off what takes longer; if not even that ends, say because a server hangs, the adapter ends without it. Whoever has to know of the stop before comes with a higher
 * precedence.
 */
@Component
final class OrderlyStop implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(OrderlyStop.class);
    private static final Duration TO_BREAK_OFF = Duration.ofSeconds(5);

    private final CamelContext camel;
    private final Duration toBreakOff;

    @Autowired
    OrderlyStop(CamelContext camel) {
        this(camel, TO_BREAK_OFF);
    }

    OrderlyStop(CamelContext camel, Duration toBreakOff) {
        this.camel = camel;
        this.toBreakOff = toBreakOff;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        var stop = new Thread(camel::stop, "orderly-stop");
        stop.setDaemon(true);
        stop.start();
        var strategy = camel.getShutdownStrategy();
        var longest = Duration.of(strategy.getTimeout(), strategy.getTimeUnit().toChronoUnit())
                .plus(toBreakOff);
        try {
            stop.join(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (stop.isAlive()) {
            LOG.warn(
                    "The routes have not come to an end within {} s; the adapter ends without them",
                    longest.toSeconds());
        }
    }
}
