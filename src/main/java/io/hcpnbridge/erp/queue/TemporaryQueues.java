package io.hcpnbridge.erp.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jms.connection.SessionProxy;
import org.springframework.stereotype.Component;

/**
 * Queues that go with the ERP's connection. The broker would make a new one of the same name for a reply that comes too late, in
 * which nobody would ever find it.
 */
@Component
public class TemporaryQueues {
    private static final String MARK = "temporary:";

    private final ConnectionFactory connections;

    TemporaryQueues(@Qualifier("erpReplyConnections") ConnectionFactory connections) {
        this.connections = connections;
    }

    /** How the ledger remembers that the queue is a temporary one; no other queue's name has a colon. */
    static String marked(String name) {
        return MARK + name;
    }

    /** The name of the queue, whether it is a temporary one or not. */
    public String name(String wished) {
        return isMarked(wished) ? wished.substring(MARK.length()) : wished;
    }

    /** Whether a queue that was called a temporary one is there and is one, and not another queue under that word. */
    public boolean isThere(String wished) throws JMSException {
        if (!isMarked(wished)) {
            return true;
        }
        try (var connection = connections.createConnection();
                var session = connection.createSession()) {
            var artemis = artemis(session);
            if (artemis.isEmpty()) {
                return true;
            }
            var found = artemis.get().getCoreSession().queueQuery(SimpleString.of(name(wished)));
            return found.isExists() && found.isTemporary();
        } catch (ActiveMQException e) {
            throw new IllegalStateException("The broker was asked for a temporary queue", e);
        }
    }

    static boolean isMarked(String wished) {
        return wished.startsWith(MARK);
    }

    private static Optional<ActiveMQSession> artemis(Session session) {
        var target = session instanceof SessionProxy proxy ? proxy.getTargetSession() : session;
        return target instanceof ActiveMQSession artemis ? Optional.of(artemis) : Optional.empty();
    }
}
