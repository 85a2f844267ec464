package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.Broker;
import io.hcpnbridge.rehearsal.ErpQueue;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** The ERP at its queues; connects again when the broker was away. */
final class Desk implements AutoCloseable {
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Broker broker;
    private final List<Reply> replies = new ArrayList<>();
    private ErpQueue queue;

    /** A reply as it came. */
    record Reply(String request, boolean interim, String text) {}

    Desk(Broker broker) {
        this.broker = broker;
    }

    /** Returns the message's id. */
    String send(String json) {
        return working(open -> open.send(json));
    }

    /** All replies that have come so far. */
    List<Reply> replies() {
        return working(open -> {
            for (var reply = open.next(ErpQueue.REPLY, SOON);
                    reply.isPresent();
                    reply = open.next(ErpQueue.REPLY, SOON)) {
                replies.add(read(reply.get()));
            }
            return replies;
        });
    }

    private static Reply read(Message reply) {
        try {
            return new Reply(
                    reply.getJMSCorrelationID(),
                    "interim".equals(reply.getStringProperty("edition")),
                    ErpQueue.text(reply));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T working(Function<ErpQueue, T> work) {
        return Awaitility.await("the broker")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> work.apply(open()), done -> true);
    }

    private ErpQueue open() {
        if (queue == null || !queue.isOpen()) {
            close();
            queue = ErpQueue.connect(broker);
        }
        return queue;
    }

    @Override
    public void close() {
        if (queue != null) {
            queue.close();
            queue = null;
        }
    }
}
