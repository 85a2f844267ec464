package io.hcpnbridge.rehearsal;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The legacy ERP with a message queue: plain JMS, nothing else. For one thread. */
public final class ErpQueue implements AutoCloseable {
    public static final String REQUEST = "erp.request";
    public static final String REPLY = "erp.reply";
    public static final String REFUSED = "erp.request.refused";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a test does to a message before it is sent. */
    public interface Touch {
        void touch(Message message) throws JMSException;
    }

    /** Makes a message of any kind. */
    public interface Maker {
        Message make(Session session) throws JMSException;
    }

    private final ActiveMQConnectionFactory connections;
    private final Session session;
    private volatile boolean broken;

    private ErpQueue(ActiveMQConnectionFactory connections) throws JMSException {
        this.connections = connections;
        var connection = connections.createConnection();
        connection.setExceptionListener(failure -> broken = true);
        this.session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        connection.start();
    }

    public static ErpQueue connect(Broker broker) {
        try {
            return new ErpQueue(new ActiveMQConnectionFactory(broker.url(), Broker.USERNAME, broker.password()));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the broker is still there. */
    public boolean isOpen() {
        return !broken;
    }

    /** Sends a request as it comes; returns its message id. */
    public String send(String json) {
        return send(json, message -> {});
    }

    public String send(String json, Touch touch) {
        return send((Maker) open -> {
            var message = open.createTextMessage(json);
            touch.touch(message);
            return message;
        });
    }

    /** Sends a message of any kind; returns its message id. */
    public String send(Maker maker) {
        return send(REQUEST, maker);
    }

    /** Sends a request to another queue than the usual one; returns its message id. */
    public String sendTo(String queue, String json, Touch touch) {
        return send(queue, open -> {
            var message = open.createTextMessage(json);
            touch.touch(message);
            return message;
        });
    }

    private String send(String queue, Maker maker) {
        try (var producer = session.createProducer(session.createQueue(queue))) {
            var message = maker.make(session);
            producer.send(message);
            return message.getJMSMessageID();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request as some ERPs do: then only its content tells a message from another. */
    public void sendWithoutId(String json) {
        sendWithoutId(REQUEST, json);
    }

    public void sendWithoutId(String queue, String json) {
        try (var producer = session.createProducer(session.createQueue(queue))) {
            producer.setDisableMessageID(true);
            producer.send(session.createTextMessage(json));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    public Queue queue(String name) {
        try {
            return session.createQueue(name);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A queue that goes with this connection. */
    public Queue temporaryQueue() {
        try {
            return session.createTemporaryQueue();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request and waits for its reply's text. */
    public String ask(String json) {
        return text(reply(send(json)));
    }

    /** The reply with that correlation id, from the configured queue. */
    public Message reply(String correlationId) {
        return reply(REPLY, correlationId);
    }

    /** The reply with that correlation id; fails if none comes. */
    public Message reply(String queue, String correlationId) {
        return reply(queue(queue), correlationId, PATIENCE)
                .orElseThrow(() -> new AssertionError("No reply to " + correlationId + " in " + queue));
    }

    public Optional<Message> reply(Queue queue, String correlationId, Duration patience) {
        return receive(queue, "JMSCorrelationID = '" + correlationId + "'", patience);
    }

    /** The next message of a queue, if one comes. */
    public Optional<Message> next(String queue, Duration patience) {
        return receive(queue(queue), null, patience);
    }

    private Optional<Message> receive(Queue queue, String selector, Duration patience) {
        try (var consumer = session.createConsumer(queue, selector)) {
            return Optional.ofNullable(consumer.receive(patience.toMillis()));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(Message message) {
        try {
            return ((TextMessage) message).getText();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
