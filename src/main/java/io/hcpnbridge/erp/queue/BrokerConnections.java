package io.hcpnbridge.erp.queue;

import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Secret;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Connections to the broker, each with the password as it is when the connection is made. */
final class BrokerConnections extends ActiveMQConnectionFactory {
    private static final long serialVersionUID = 1L;

    private final transient Current<Secret> password;

    /** @throws RuntimeException if the address is none */
    BrokerConnections(String url, String user, Current<Secret> password) {
        super(url, user, null);
        this.password = password;
    }

    @Override
    public Connection createConnection() throws JMSException {
        var secret = password.get();
        return createConnection(getUser(), secret == null ? null : secret.reveal());
    }
}
