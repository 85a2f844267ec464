package io.hcpnbridge.endtoend.queues;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to the broker on which nothing goes back any more once a certain word has come through. */
final class FreezingWire implements AutoCloseable {
    private final ServerSocket server;
    private final URI broker;
    private final byte[] word;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean frozen;

    private FreezingWire(ServerSocket server, URI broker, String word) {
        this.server = server;
        this.broker = broker;
        this.word = word.getBytes(StandardCharsets.UTF_16LE);
    }

    /** @param word as JMS text goes over the wire, in UTF-16 */
    static FreezingWire to(String brokerUrl, String word) {
        try {
            var wire = new FreezingWire(
                    new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), URI.create(brokerUrl), word);
            start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    boolean isFrozen() {
        return frozen;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var client = server.accept();
                var upstream = new Socket(broker.getHost(), broker.getPort());
                sockets.add(client);
                sockets.add(upstream);
                start(() -> pump(client, upstream, false));
                start(() -> pump(upstream, client, true));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void pump(Socket from, Socket to, boolean watched) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (watched && holds(buffer, read)) {
                    frozen = true;
                }
                if (watched || !frozen) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private boolean holds(byte[] buffer, int length) {
        for (int from = 0; from + word.length <= length; from++) {
            int same = 0;
            while (same < word.length && buffer[from + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return true;
            }
        }
        return false;
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "freezing-wire");
        thread.setDaemon(true);
        thread.start();
    }
}
