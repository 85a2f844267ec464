package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** An address on loopback where nobody answers, and where it is counted who knocks. */
public final class DeadEnd implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    public DeadEnd() {
        try {
            socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var counting = new Thread(this::count, "dead-end");
        counting.setDaemon(true);
        counting.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many connections were made so far. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                connections.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }
}
