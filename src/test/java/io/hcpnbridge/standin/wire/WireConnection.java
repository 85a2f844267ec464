package io.hcpnbridge.standin.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One client's connection: sends, pauses, ends in order or breaks. */
public final class WireConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final CountDownLatch serverClosed;

    WireConnection(Socket socket, CountDownLatch serverClosed) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.serverClosed = serverClosed;
    }

    InputStream in() {
        return in;
    }

    String from() {
        return socket.getInetAddress().getHostAddress();
    }

    /** Sends at once. */
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /**
     * Waits; ends early when the server closes.
     *
     * @return false if the server closed meanwhile
     */
    public boolean pause(Duration time) {
        try {
            return !serverClosed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Breaks the connection with a TCP reset: the client sees no end of the stream but an error. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
