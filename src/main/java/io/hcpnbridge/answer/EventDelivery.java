package io.hcpnbridge.answer;

import io.hcpnbridge.erp.queue.ErpQueues;
import io.hcpnbridge.erp.queue.QueueHeaders;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.Event;
import io.hcpnbridge.ledger.EventAudience;
import io.hcpnbridge.ledger.EventLedger;
import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.replica.Replica;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.jms.JmsConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands events to the route that sends them, in order per tenant and interface, and notes that the broker has them. An event may be
 * sent twice, under the same id; it is never left out.
 */
@Component("eventDelivery")
public class EventDelivery implements EventAudience {
    private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);
    private static final String LANES = "eventLanes";
    private static final int AT_A_TIME = 200;
    /** What a replica that lives has not sent for so long may be sent by any. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final EventLedger ledger;
    private final Replica replica;
    private final ErpQueues queues;
    /** Queues that took no event the last time. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    EventDelivery(EventLedger ledger, Replica replica, ErpQueues queues) {
        this.ledger = ledger;
        this.replica = replica;
        this.queues = queues;
    }

    @Override
    public boolean hears(String tenant) {
        return queues.event(tenant).isPresent();
    }

    /** The oldest events of every tenant and interface that no other replica is sending, in order. */
    public List<Event> due(Exchange exchange) {
        return due(exchange, Set.of());
    }

    private List<Event> due(Exchange exchange, Set<String> resting) {
        var taken =
                replica.holder().map(holder -> ledger.takeLanes(holder, LEASE)).orElse(List.of());
        var lanes = taken.stream()
                .filter(lane -> queues.event(lane.tenant())
                        .filter(queue -> !resting.contains(queue))
                        .isPresent())
                .toList();
        taken.stream().filter(lane -> !lanes.contains(lane)).forEach(ledger::release);
        exchange.setProperty(LANES, lanes);
        return lanes.stream().flatMap(lane -> unsent(lane).stream()).toList();
    }

    private List<Event> unsent(Lane lane) {
        var fails = queues.event(lane.tenant()).filter(failing::contains).isPresent();
        return ledger.unsent(lane, fails ? 1 : AT_A_TIME);
    }

    /** What is to be sent after that, but for what goes to queues that take nothing now. Anyone may go on with what is left. */
    public List<Event> more(@ExchangeProperty(LANES) List<Lane> sent, Exchange exchange) {
        sent.forEach(ledger::release);
        return due(exchange, Set.copyOf(failing));
    }

    /** Nothing of it was sent; anyone may. */
    public void giveBack(@ExchangeProperty(LANES) List<Lane> taken) {
        taken.forEach(ledger::release);
    }

    /** Makes the event the message; no message if it is not its turn, as another replica sent it or one before it is still unsent. */
    public void open(@Body Event event, Exchange exchange) {
        exchange.setProperty("event", event);
        var message = exchange.getMessage();
        var queue = queues.event(event.tenant());
        if (queue.isEmpty() || !ledger.isNext(event)) {
            message.setBody(null);
            return;
        }
        message.setBody(text(event));
        message.setHeader(JmsConstants.JMS_DESTINATION_NAME, queue.get());
        message.setHeader("JMSCorrelationID", event.id());
        message.setHeader("interface", event.interfaceName());
        message.setHeader("tenant", event.tenant());
        message.setHeader("change", event.change());
        message.setHeader(QueueHeaders.DUPLICATE_ID, event.id());
    }

    /** The broker has the event on disk. */
    public void markSent(@ExchangeProperty("event") Event event) {
        ledger.markSent(event);
        queues.event(event.tenant()).filter(failing::remove).ifPresent(queue -> LOG.info("Events are sent again"));
    }

    /** Says once that events cannot be sent; they stay where they are. */
    public void fail(
            @ExchangeProperty("event") Event event, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        var queue = event == null ? "" : queues.event(event.tenant()).orElse("");
        if (failing.add(queue)) {
            LOG.error("Events cannot be sent and wait: {}", failure.getClass().getSimpleName());
        }
    }

    private static String text(Event event) {
        var json = ExactJson.mapper()
                .createObjectNode()
                .put("id", event.id())
                .put("interface", event.interfaceName())
                .put("tenant", event.tenant())
                .put("document", event.document())
                .put("change", event.change())
                .put("at", event.at().truncatedTo(ChronoUnit.SECONDS).toString());
        json.putObject("row")
                .put("row", event.row().kind())
                .put("key", event.row().key())
                .setAll(event.row().content());
        return ExactJson.text(json);
    }
}
