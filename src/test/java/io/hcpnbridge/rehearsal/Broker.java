package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.net.ServerSocket;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A JMS broker on loopback, for the ERP's queues. */
public final class Broker implements AutoCloseable {
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String url;

    private Broker(String url) {
        this.url = url;
    }

    /** Starts a broker that lets one login in. */
    public static Broker start(String username, String password) throws Exception {
        var broker = new Broker("tcp://127.0.0.1:" + freePort());
        broker.server.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("erp", broker.url));
        var login = new SecurityConfiguration();
        login.addUser(username, password);
        login.addRole(username, "erp");
        broker.server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), login));
        broker.server.start();
        return broker;
    }

    public String url() {
        return url;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
