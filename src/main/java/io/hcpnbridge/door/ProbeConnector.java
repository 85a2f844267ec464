package io.hcpnbridge.door;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * A port for the probes, with threads of its own: whatever keeps the other port's busy, they are answered. What it sends is one
 * word, so it needs no TLS.
 */
final class ProbeConnector {
    private final Connector connector;

    /** @param address null for all of this machine's */
    ProbeConnector(int port, InetAddress address) {
        var protocol = new Http11NioProtocol();
        protocol.setAddress(address);
        protocol.setMinSpareThreads(2);
        protocol.setMaxThreads(20);
        protocol.setMaxConnections(200);
        protocol.setConnectionTimeout(5_000);
        protocol.setKeepAliveTimeout(5_000);
        connector = new Connector(protocol);
        connector.setPort(port);
        connector.setXpoweredBy(false);
    }

    Connector connector() {
        return connector;
    }

    /** The port in use; -1 before the start. */
    int port() {
        return connector.getLocalPort();
    }
}
