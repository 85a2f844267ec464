package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to the ledger's database that breaks when a certain statement passes, and stays broken for a while. */
public final class LedgerWire implements AutoCloseable {
    private final ServerSocket server;
    private final int port;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile String trigger;
    /** Whether it breaks only after what follows. */
    private volatile boolean later;

    private volatile Duration pause = Duration.ZERO;
    private volatile Instant broken = Instant.MIN;

    private LedgerWire(ServerSocket server, int port) {
        this.server = server;
        this.port = port;
    }

    public static LedgerWire to(int port) {
        try {
            var wire = new LedgerWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** When this text passes next, every connection breaks before the database has it, and there is none for so long. */
    public void breakAt(String text, Duration forSoLong) {
        pause = forSoLong;
        trigger = text;
    }

    /** When this text has passed next, what follows it still reaches the database, such as its commit, but nobody hears of that. */
    public void breakAfterNext(String text, Duration forSoLong) {
        later = true;
        breakAt(text, forSoLong);
    }

    /** Whether it has broken. */
    public boolean hasBroken() {
        return trigger == null;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var client = server.accept();
                if (Instant.now().isBefore(broken)) {
                    client.close();
                    continue;
                }
                clients.add(client);
                var upstream = new Socket(InetAddress.getLoopbackAddress(), port);
                start(() -> forward(client, upstream));
                start(() -> back(upstream, client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void forward(Socket client, Socket database) {
        try (client;
                database) {
            InputStream from = client.getInputStream();
            var bytes = new byte[65_536];
            boolean passed = false;
            for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                var text = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                boolean passes = trigger != null && text.contains(trigger);
                if (passes && !later) {
                    breakAll();
                    return;
                }
                database.getOutputStream().write(bytes, 0, read);
                if (passed) {
                    breakAll();
                    return;
                }
                passed = passes;
            }
        } catch (IOException e) {
            // One of the two has ended.
        }
    }

    private synchronized void breakAll() throws IOException {
        trigger = null;
        later = false;
        broken = Instant.now().plus(pause);
        for (var client : clients) {
            client.close();
        }
        clients.clear();
    }

    private static void back(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has ended.
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "ledger-wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
