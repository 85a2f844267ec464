package io.hcpnbridge.intake;

import io.hcpnbridge.erp.queue.ErpQueues;
import io.hcpnbridge.erp.queue.TracingProperties;
import io.hcpnbridge.intake.rules.ContentHash;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.message.MessageHeader;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.version.MappingVersions;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a message in; the route acknowledges it once this has returned. */
@Component("messageIntake")
public class MessageIntake {
    private static final Logger LOG = LoggerFactory.getLogger(MessageIntake.class);
    /** Fewer than the brokers' own limits, behind which some of them drop a message. */
    private static final int MOST_DELIVERIES = 5;

    private static final Pattern PLAIN_ID = Pattern.compile("[!-~]{1,200}");

    private final BatchIntake batches;
    private final MappingVersions mappings;
    private final ErpQueues queues;
    private final Spool spool;

    MessageIntake(BatchIntake batches, MappingVersions mappings, ErpQueues queues, Spool spool) {
        this.batches = batches;
        this.mappings = mappings;
        this.queues = queues;
        this.spool = spool;
    }

    /**
     * Writes the message to the ledger: a batch, or a refusal that says why.
     *
     * @throws PoisonMessageException if it came too often
     */
    public void takeIn(Exchange exchange) throws JMSException, IOException {
        var message = (TextMessage) exchange.getIn(JmsMessage.class).getJmsMessage();
        var content = message.getText().getBytes(StandardCharsets.UTF_8);
        try (var file = spool.take(new ByteArrayInputStream(content))) {
            var arrival = arrival(message, ErpQueues.owner(exchange), file.contentHash());
            if (batches.knows(arrival, file)) {
                LOG.info("Message {} came again; nothing is done for it", Printable.of(arrival.name()));
                return;
            }
            var deliveries = message.getIntProperty("JMSXDeliveryCount");
            if (deliveries > MOST_DELIVERIES) {
                throw new PoisonMessageException(deliveries);
            }
            var named = MessageHeader.interfaceOf(content);
            if (named.filter(mappings::has).isPresent()) {
                batches.takeIn(named.get(), Form.MESSAGE, arrival, file);
            } else {
                batches.refuseUnknown(arrival, file, named.map(Printable::of).orElse(""));
            }
        }
    }

    private Arrival arrival(Message message, String owner, String contentHash) throws JMSException {
        var id = message.getJMSMessageID();
        var name = id == null ? "sha256:" + contentHash : plain(id);
        var correlationId = message.getJMSCorrelationID();
        return new Arrival(
                Arrival.QUEUE,
                owner,
                name,
                replyTo(message, owner),
                correlationId == null ? name : correlationId,
                TracingProperties.traceParent(message).orElse(null));
    }

    private static String plain(String id) {
        return PLAIN_ID.matcher(id).matches() ? id : "sha256:" + ContentHash.of(id);
    }

    /** Null: to the owner's queue. */
    private String replyTo(Message message, String owner) throws JMSException {
        var wished = message.getJMSReplyTo();
        if (wished == null) {
            return null;
        }
        var queue = queues.replyQueue(wished, owner);
        if (queue.isEmpty()) {
            LOG.warn("Message {} wants its reply where none may go; it goes to {}", id(message), queues.reply(owner));
        }
        return queue.orElse(null);
    }

    private static String id(Message message) throws JMSException {
        return Printable.of(String.valueOf(message.getJMSMessageID()));
    }
}
