package io.hcpnbridge.erp.queue;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The names of the ERP's queues, for the routes, and which queue a message may want its reply in. */
@Component("erpQueues")
public class ErpQueues {
    private final QueueProperties queues;

    ErpQueues(QueueProperties queues) {
        this.queues = queues;
    }

    /** Whether there are queues: otherwise there is no route of theirs. */
    public boolean configured() {
        return queues.configured();
    }

    /** Whether changes become events. */
    public boolean eventsConfigured() {
        return queues.eventsConfigured();
    }

    public String request() {
        return queues.request();
    }

    public String reply() {
        return queues.reply();
    }

    public String event() {
        return queues.event();
    }

    public String refused() {
        return queues.refused();
    }

    /**
     * The name of the queue that a message wants its reply in; empty if a reply must not go there: to a topic, to a name that is more
     * than a name, to a queue whose messages come back to the adapter, among the events, or to one that is not on the list. Read it with
     * {@link TemporaryQueues}.
     */
    public Optional<String> replyQueue(Destination wished) throws JMSException {
        if (!(wished instanceof Queue queue) || queue.getQueueName() == null) {
            return Optional.empty();
        }
        var name = queue.getQueueName();
        var comesBack = Stream.of(queues.request(), queues.refused(), queues.event())
                .anyMatch(ours -> QueueName.same(name, ours));
        if (comesBack || !QueueName.isPlain(name)) {
            return Optional.empty();
        }
        return Optional.of(wished instanceof TemporaryQueue ? TemporaryQueues.marked(name) : name)
                .filter(this::mayReply);
    }

    /** Whether replies may go there: to the configured queue, to a temporary one, and to what {@code erp.queue.reply-queues} lists. */
    public boolean mayReply(String wished) {
        return TemporaryQueues.isMarked(wished) || wished.equals(queues.reply()) || queues.listsReplyQueue(wished);
    }
}
