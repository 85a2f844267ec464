package io.hcpnbridge.erp.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.component.jms.JmsConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/** Knows whether the route of one request queue listens at it, and says so when it changes. */
final class QueueWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    /** So long a listener that is still connecting, and has met no failure, is not yet one without a broker. */
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(15);

    enum State {
        AWAITED,
        CONNECTED,
        GONE,
        STOPPED
    }

    private final String queue;
    private final String route;
    private final Supplier<String> failure;
    private final Clock clock = Clock.systemUTC();
    private volatile State state = State.AWAITED;
    private volatile Instant heard = clock.instant();
    private Instant awaitedSince;

    /** @param failure what kept routes from their queues last; null: nothing did */
    QueueWatch(String queue, String route, Supplier<String> failure) {
        this.queue = queue;
        this.route = route;
        this.failure = failure;
    }

    String queue() {
        return queue;
    }

    String route() {
        return route;
    }

    /** When the route was last seen to listen; before the first time, when this adapter was started. */
    Instant heard() {
        return heard;
    }

    State state() {
        return state;
    }

    String reason() {
        if (state == State.STOPPED) {
            return "the route " + route + " is stopped";
        }
        var last = failure.get();
        return last == null ? "no connection yet" : last;
    }

    void look(CamelContext context) throws Exception {
        var found = context.getRoute(route);
        if (found == null || !context.getRouteController().getRouteStatus(route).isStarted()) {
            state = State.STOPPED;
            awaitedSince = null;
            return;
        }
        if (state == State.STOPPED) {
            state = State.AWAITED;
        }
        if (listens(found.getConsumer())) {
            heard = clock.instant();
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
                && failure.get() == null
                && clock.instant().isBefore(awaitedSince.plus(TIME_TO_CONNECT));
    }

    private void become(State next) {
        var before = state;
        state = next;
        if (before == next) {
            return;
        }
        if (next == State.GONE) {
            LOG.error("The queue {} cannot be reached, messages and replies wait: {}", queue, reason());
        } else {
            LOG.info("Messages are taken in from the queue {}", queue);
        }
    }
}
