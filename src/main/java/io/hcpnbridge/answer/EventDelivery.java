package io.hcpnbridge.answer;

import io.hcpnbridge.erp.queue.ErpQueues;
import io.hcpnbridge.erp.queue.QueueHeaders;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.Event;
import io.hcpnbridge.ledger.EventLedger;
import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.replica.Replica;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
public class EventDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);
    private static final String LANES = "eventLanes";
    private static final int AT_A_TIME = 200;
    /** What a replica that lives has not sent for so long may be sent by any. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final EventLedger ledger;
    private final Replica replica;
    private final ErpQueues queues;
    private volatile boolean failing;

    EventDelivery(EventLedger ledger, Replica replica, ErpQueues queues) {
        this.ledger = ledger;
        this.replica = replica;
        this.queues = queues;
    }

    /** The oldest events of every tenant and interface that no other replica is sending, in order. */
    public List<Event> due(Exchange exchange) {
        var lanes =
                replica.holder().map(holder -> ledger.takeLanes(holder, LEASE)).orElse(List.of());
        exchange.setProperty(LANES, lanes);
        return lanes.stream()
                .flatMap(lane -> ledger.unsent(lane, failing ? 1 : AT_A_TIME).stream())
                .toList();
    }

    /** What is to be sent after that; nothing for now if the broker does not take it. Anyone may go on with what is left. */
    public List<Event> more(@ExchangeProperty(LANES) List<Lane> sent, Exchange exchange) {
        sent.forEach(ledger::release);
        return failing ? List.of() : due(exchange);
    }

    /** Nothing of it was sent; anyone may. */
    public void giveBack(@ExchangeProperty(LANES) List<Lane> taken) {
        taken.forEach(ledger::release);
    }

    /** Makes the event the message; no message if it is not its turn, as another replica sent it or one before it is still unsent. */
    public void open(@Body Event event, Exchange exchange) {
        exchange.setProperty("event", event);
        var message = exchange.getMessage();
        if (!ledger.isNext(event)) {
            message.setBody(null);
            return;
        }
        message.setBody(text(event));
        message.setHeader(JmsConstants.JMS_DESTINATION_NAME, queues.event());
        message.setHeader("JMSCorrelationID", event.id());
        message.setHeader("interface", event.interfaceName());
        message.setHeader("tenant", event.tenant());
        message.setHeader("change", event.change());
        message.setHeader(QueueHeaders.DUPLICATE_ID, event.id());
    }

    /** The broker has the event on disk. */
    public void markSent(@ExchangeProperty("event") Event event) {
        ledger.markSent(event);
        if (failing) {
            failing = false;
            LOG.info("Events are sent again");
        }
    }

    /** Says once that events cannot be sent; they stay where they are. */
    public void fail(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        if (!failing) {
            failing = true;
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
