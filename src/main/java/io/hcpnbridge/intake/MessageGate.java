package io.hcpnbridge.intake;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.erp.queue.QueueHeaders;
import io.hcpnbridge.erp.queue.QueueProperties;
import io.hcpnbridge.text.Printable;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;
import org.springframework.stereotype.Component;

/**
 * Decides which messages are read at all: text with no header that is not on the list. What is inside the others is never looked at,
 * least of all unpacked (CVE-2026-43866, CVE-2026-40453, CVE-2026-40860 of camel-jms).
 */
@LeavesForRoutes({"messageId", "refusal"})
@Component("messageGate")
public class MessageGate {
    private static final int LONGEST_CORRELATION_ID = 500;

    private final QueueProperties queues;
    private final QueueHeaders headers;

    MessageGate(QueueProperties queues, QueueHeaders headers) {
        this.queues = queues;
        this.headers = headers;
    }

    /** Sets the exchange property {@code refusal} to the reason if the message must not be read. */
    public void check(Exchange exchange) throws JMSException {
        var message = exchange.getIn(JmsMessage.class).getJmsMessage();
        exchange.setProperty("messageId", Printable.of(String.valueOf(message.getJMSMessageID())));
        reason(message).ifPresent(reason -> exchange.setProperty("refusal", reason));
    }

    private Optional<String> reason(Message message) throws JMSException {
        if (!(message instanceof TextMessage text)) {
            return Optional.of("it is " + kind(message) + ", only text messages are read");
        }
        List<?> properties = Collections.list(message.getPropertyNames());
        for (Object property : properties) {
            if (!headers.isLetIn(property.toString())) {
                return Optional.of("its property " + Printable.of(property.toString()) + " is not let in");
            }
        }
        var correlationId = message.getJMSCorrelationID();
        if (correlationId != null && !isStorable(correlationId)) {
            return Optional.of("its correlation id is longer than " + LONGEST_CORRELATION_ID
                    + " characters or holds control characters");
        }
        var content = text.getText();
        if (content == null) {
            return Optional.of("it has no text");
        }
        var encoder = StandardCharsets.UTF_8.newEncoder();
        if (content.length() > queues.maxMessageSize().toBytes()) {
            return Optional.of("it has more than " + queues.maxMessageSize());
        }
        return encoder.canEncode(content) ? Optional.empty() : Optional.of("its text holds half a character");
    }

    private static boolean isStorable(String text) {
        return text.length() <= LONGEST_CORRELATION_ID
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String kind(Message message) {
        if (message instanceof ObjectMessage) {
            return "an object message";
        } else if (message instanceof MapMessage) {
            return "a map message";
        } else if (message instanceof StreamMessage) {
            return "a stream message";
        }
        return message instanceof BytesMessage ? "a bytes message" : "a message without a body";
    }
}
