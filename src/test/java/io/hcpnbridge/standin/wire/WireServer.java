package io.hcpnbridge.standin.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plain HTTP server on a random loopback port, one thread per connection, connections kept alive. */
public final class WireServer implements AutoCloseable {
    private final WireHandler handler;
    private final ServerSocket listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<WireConnection> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "standin-partner-api");
        thread.setDaemon(true);
        return thread;
    });

    /** @param port 0 for a free one */
    public WireServer(WireHandler handler, int port) {
        this.handler = handler;
        try {
            this.listener = new ServerSocket(port, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                WireConnection connection = new WireConnection(socket, closed);
                open.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                if (closed.getCount() > 0) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(WireConnection connection) {
        RequestReader requests = new RequestReader(connection);
        try (connection) {
            boolean usable = true;
            while (usable) {
                Optional<WireRequest> request = requests.next();
                usable = request.isPresent()
                        && handler.handle(request.get()).sendOver(connection)
                        && request.get().keepsConnection();
            }
        } catch (IOException | NumberFormatException e) {
            // the client went away, or sent what is no HTTP: the connection ends, as at any server
        } finally {
            open.remove(connection);
        }
    }

    /** Ends all connections and everything that hangs. */
    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (WireConnection connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
