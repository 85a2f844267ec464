package io.hcpnbridge.portal;

import jakarta.servlet.http.HttpServlet;
import java.net.InetAddress;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.SmartLifecycle;

/** A server of its own for one servlet, with few threads: nothing else of the adapter can be reached by its port, nor be kept busy by it. */
final class PortalServer implements SmartLifecycle {
    private static final int THREADS = 16;
    private static final int CONNECTIONS = 200;
    private static final int LARGEST_HEAD = 24_576;

    private final TomcatServletWebServerFactory factory;
    private final HttpServlet servlet;
    private WebServer server;

    /** @param address null for all of this machine's */
    PortalServer(int port, InetAddress address, HttpServlet servlet) {
        this.servlet = servlet;
        factory = new TomcatServletWebServerFactory(port);
        factory.setAddress(address);
        factory.setShutdown(Shutdown.IMMEDIATE);
        factory.setRegisterDefaultServlet(false);
        // Nothing about the server, and nothing of what was asked, in its own answers to what is no HTTP.
        factory.addContextCustomizers(context -> {
            ((StandardHost) context.getParent()).setErrorReportValveClass("");
            context.setCookies(false);
        });
        factory.addConnectorCustomizers(connector -> {
            connector.setXpoweredBy(false);
            connector.setProperty("maxHttpRequestHeaderSize", String.valueOf(LARGEST_HEAD));
            var protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
            protocol.setMaxThreads(THREADS);
            protocol.setMinSpareThreads(1);
            protocol.setMaxConnections(CONNECTIONS);
            protocol.setAcceptCount(CONNECTIONS);
            protocol.setConnectionTimeout(5_000);
            protocol.setKeepAliveTimeout(5_000);
        });
    }

    @Override
    public void start() {
        server = factory.getWebServer(
                context -> context.addServlet("portal", servlet).addMapping("/"));
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
        server.destroy();
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** The port in use; -1 before the start. */
    int port() {
        return server == null ? -1 : server.getPort();
    }
}
