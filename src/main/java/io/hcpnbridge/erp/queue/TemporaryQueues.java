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
        return wished.startsWith(MARK) ? wished.substring(MARK.length()) : wished;
    }

    /** Whether it is a temporary queue whose owner has left. */
    public boolean isGone(String wished) throws JMSException {
        if (!wished.startsWith(MARK)) {
            return false;
        }
        try (var connection = connections.createConnection();
                var session = connection.createSession()) {
            var artemis = artemis(session);
            return artemis.isPresent()
                    && !artemis.get()
                            .getCoreSession()
                            .queueQuery(SimpleString.of(name(wished)))
                            .isExists();
        } catch (ActiveMQException e) {
            throw new IllegalStateException("The broker was asked for a temporary queue", e);
        }
    }

    private static Optional<ActiveMQSession> artemis(Session session) {
        var target = session instanceof SessionProxy proxy ? proxy.getTargetSession() : session;
        return target instanceof ActiveMQSession artemis ? Optional.of(artemis) : Optional.empty();
    }
}
