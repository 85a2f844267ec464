package io.hcpnbridge.erp.queue;

import io.hcpnbridge.stop.Stopping;
import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.component.jms.JmsConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.stereotype.Component;

/** Knows whether messages can come in, and says so when it changes. */
@Component("brokerWatch")
public class BrokerWatch implements ExceptionListener, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final String ROUTE = "take-in-messages";
    private static final String NO_CONNECTION = "no connection yet";
    /** So long a listener that is still connecting, and has met no failure, is not yet one without a broker. */
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(15);

    private enum State {
        AWAITED,
        CONNECTED,
        GONE,
        STOPPED
    }

    private final QueueProperties queues;
    private final Stopping stopping;
    private final Clock clock = Clock.systemUTC();
    private volatile State state = State.AWAITED;
    private volatile String reason = NO_CONNECTION;
    private Instant awaitedSince;

    BrokerWatch(QueueProperties queues, Stopping stopping) {
        this.queues = queues;
        this.stopping = stopping;
    }

    /** What kept the listening route from its queue last. */
    @Override
    public void onException(JMSException failure) {
        reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Whether the broker is not known to be gone. */
    public boolean mayBeThere() {
        return state != State.GONE;
    }

    /** Looks whether the route listens at its queue. */
    public void look(CamelContext context) throws Exception {
        if (stopping.hasBegun()) {
            return;
        }
        var route = context.getRoute(ROUTE);
        if (route == null || !context.getRouteController().getRouteStatus(ROUTE).isStarted()) {
            state = State.STOPPED;
            reason = "the route " + ROUTE + " is stopped";
            awaitedSince = null;
            return;
        }
        if (state == State.STOPPED) {
            state = State.AWAITED;
            reason = NO_CONNECTION;
        }
        if (listens(route.getConsumer())) {
            become(State.CONNECTED);
        } else if (!mayStillConnect()) {
            become(State.GONE);
        }
    }

    private static boolean listens(Consumer consumer) throws Exception {
        return consumer instanceof JmsConsumer jms
                && jms.getListenerContainer() instanceof DefaultMessageListenerContainer listener
                && listener.isRegisteredWithDestination();
    }

    private boolean mayStillConnect() {
        if (awaitedSince == null) {
            awaitedSince = clock.instant();
        }
        return state == State.AWAITED
                && reason.equals(NO_CONNECTION)
                && clock.instant().isBefore(awaitedSince.plus(TIME_TO_CONNECT));
    }

    private void become(State next) {
        var before = state;
        state = next;
        if (before == next) {
            return;
        }
        if (next == State.GONE) {
            LOG.error("The queue {} cannot be reached, messages and replies wait: {}", queues.request(), reason);
        } else {
            LOG.info("Messages are taken in from the queue {}", queues.request());
        }
    }

    @Override
    public Health health() {
        if (!queues.configured()) {
            return Health.unknown()
                    .withDetail("reason", "no queue is configured")
                    .build();
        }
        return switch (state) {
            case AWAITED -> Health.outOfService().withDetail("reason", reason).build();
            case CONNECTED -> Health.up().withDetail("queue", queues.request()).build();
            case GONE ->
                Health.down()
                        .withDetail("queue", queues.request())
                        .withDetail("reason", reason)
                        .build();
            case STOPPED -> Health.unknown().withDetail("reason", reason).build();
        };
    }
}
