package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A wire to a port on loopback, which can be watched, slowed down, broken and cut. */
public final class TcpWire implements AutoCloseable {
    private static final int CHUNK = 65_536;

    private final ServerSocket server;
    private final int port;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesToGo = new AtomicLong(Long.MAX_VALUE);
    private volatile Watcher watcher;
    private volatile boolean cut;
    private volatile int most = Integer.MAX_VALUE;
    private volatile long bytesPerSecond = Long.MAX_VALUE;

    /** Sees what passes, one character for each byte, before it goes on; on the thread that carries it. */
    public interface Watcher {
        /** From the client. */
        void forth(Connection connection, String text);

        /** To the client. */
        void back(Connection connection, String text);
    }

    private TcpWire(ServerSocket server, int port) {
        this.server = server;
        this.port = port;
    }

    public static TcpWire to(int port) {
        try {
            var wire = new TcpWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on all is seen by this one; null: by nobody. */
    public void watch(Watcher next) {
        watcher = next;
    }

    /** Ends all connections; there are no new ones until {@link #mend}. */
    public void cut() {
        cut = true;
        drop();
    }

    /** Ends all connections; new ones may come. */
    public void drop() {
        connections.forEach(Connection::close);
    }

    /** All connections end as soon as so many more bytes have passed; new ones may come. */
    public void dropAfter(long bytes) {
        bytesToGo.set(bytes);
    }

    /** Nothing passes faster than that. */
    public void slowDown(long mostBytesPerSecond) {
        bytesPerSecond = mostBytesPerSecond;
    }

    /** There are no more connections than that at a time; further ones end at once. */
    public void admit(int mostConnections) {
        most = mostConnections;
        drop();
    }

    /** A good wire again. */
    public void mend() {
        cut = false;
        most = Integer.MAX_VALUE;
        bytesPerSecond = Long.MAX_VALUE;
        bytesToGo.set(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        try {
            server.close();
            drop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                if (cut || connections.size() >= most) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // Closed, or nobody is at the other end.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var connection = new Connection(client, new Socket(InetAddress.getLoopbackAddress(), port));
            connections.add(connection);
            start(() -> connection.pump(client, connection.target, true));
            start(() -> connection.pump(connection.target, client, false));
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "tcp-wire");
        thread.setDaemon(true);
        thread.start();
    }

    /** One client's. */
    public final class Connection {
        private final Socket client;
        private final Socket target;

        private Connection(Socket client, Socket target) {
            this.client = client;
            this.target = target;
        }

        private void pump(Socket from, Socket to, boolean forth) {
            try (from;
                    to) {
                var bytes = new byte[CHUNK];
                for (int read = from.getInputStream().read(bytes, 0, chunk());
                        read >= 0;
                        read = from.getInputStream().read(bytes, 0, chunk())) {
                    show(bytes, read, forth);
                    to.getOutputStream().write(bytes, 0, read);
                    if (bytesToGo.get() != Long.MAX_VALUE && bytesToGo.addAndGet(-read) < 0) {
                        bytesToGo.set(Long.MAX_VALUE);
                        drop();
                    }
                    hold(read);
                }
            } catch (IOException e) {
                // Broken, or one of the two has ended.
            } finally {
                connections.remove(this);
            }
        }

        private void show(byte[] bytes, int read, boolean forth) {
            var seeing = watcher;
            if (seeing != null) {
                var text = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                if (forth) {
                    seeing.forth(this, text);
                } else {
                    seeing.back(this, text);
                }
            }
        }

        private int chunk() {
            return (int) Math.max(1, Math.min(CHUNK, bytesPerSecond / 10));
        }

        private void hold(int bytes) {
            if (bytesPerSecond != Long.MAX_VALUE) {
                LockSupport.parkNanos(1_000_000_000L * bytes / bytesPerSecond);
            }
        }

        private void close() {
            try (client;
                    target) {
                connections.remove(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
