package io.hcpnbridge.erp.queue;

import io.hcpnbridge.erp.queue.QueueWatch.State;
import io.hcpnbridge.stop.Stopping;
import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Knows whether messages can come in, from each of the request queues. */
@Component("brokerWatch")
public class BrokerWatch implements ExceptionListener, HealthIndicator {
    private final List<QueueWatch> queues;
    private final Stopping stopping;
    private volatile String failure;

    BrokerWatch(ErpQueues queues, Stopping stopping) {
        this.queues = queues.listening().stream()
                .map(set -> new QueueWatch(set.request(), QueueRoutes.route(set), () -> failure))
                .toList();
        this.stopping = stopping;
    }

    /** What kept a listening route from its queue last. */
    @Override
    public void onException(JMSException caught) {
        failure = caught.getClass().getSimpleName() + ": " + caught.getMessage();
    }

    /** Whether the broker is not known to be gone. */
    public boolean mayBeThere() {
        return queues.stream().anyMatch(queue -> queue.state() != State.GONE);
    }

    /** Looks whether the routes listen at their queues. */
    public void look(CamelContext context) throws Exception {
        for (var queue : queues) {
            if (stopping.hasBegun()) {
                return;
            }
            queue.look(context);
        }
        if (queues.stream().allMatch(queue -> queue.state() == State.CONNECTED || queue.state() == State.STOPPED)) {
            failure = null;
        }
    }

    /** When each route that takes messages in was last seen to listen at its queue; without those that an operator has stopped. */
    public Map<String, Instant> heard() {
        return queues.stream()
                .filter(queue -> queue.state() != State.STOPPED)
                .collect(Collectors.toMap(QueueWatch::route, QueueWatch::heard));
    }

    @Override
    public Health health() {
        if (queues.isEmpty()) {
            return Health.unknown()
                    .withDetail("reason", "no queue is configured")
                    .build();
        }
        var health = Health.unknown();
        if (isAny(State.CONNECTED)) {
            health.up();
        }
        if (isAny(State.AWAITED)) {
            health.outOfService();
        }
        // A connection that is lost says so at once; the watch looks later.
        if (isAny(State.GONE) || failure != null && (isAny(State.CONNECTED) || isAny(State.AWAITED))) {
            health.down();
        }
        queues.forEach(queue ->
                health.withDetail(queue.queue(), queue.state() == State.CONNECTED ? "is listened to" : queue.reason()));
        return health.build();
    }

    private boolean isAny(State state) {
        return queues.stream().anyMatch(queue -> queue.state() == state);
    }
}
