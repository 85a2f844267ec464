package io.hcpnbridge.partner.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bare HTTP server on loopback: keeps what arrives byte by byte and answers as told, however wrong that is. */
public final class ScriptedServer implements AutoCloseable {
    /** What to do with a connection on which a request has just arrived. */
    public interface Script {
        void answer(Socket connection) throws Exception;
    }

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Script script = reply(200, "{}");

    public ScriptedServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public void script(Script next) {
        script = next;
        requests.clear();
    }

    /** Head and body of every request since the script was set, as ISO-8859-1. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public static Script reply(int status, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String extra = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        String head = "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n" + extra
                + (status == 204 ? "" : "Content-Length: " + bytes.length + "\r\n") + "\r\n";
        return connection -> {
            connection.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().write(bytes);
        };
    }

    /** These characters, then the end of the connection. */
    static Script raw(String answer) {
        return connection -> {
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            connection.close();
        };
    }

    /** A reset without a word. */
    public static Script reset() {
        return connection -> {
            connection.setSoLinger(true, 0);
            connection.close();
        };
    }

    /** No word, and no end either. */
    static Script silence() {
        return connection -> connection.getInputStream().read();
    }

    /** One byte after the other, none of them late enough for a socket timeout, never an end. */
    static Script trickle(String head) {
        return connection -> {
            connection.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            connection.setSoTimeout(50);
            while (true) {
                connection.getOutputStream().write('x');
                connection.getOutputStream().flush();
                try {
                    connection.getInputStream().read();
                } catch (SocketTimeoutException e) {
                    continue;
                }
            }
        };
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            for (String request = read(connection.getInputStream());
                    request != null;
                    request = read(connection.getInputStream())) {
                requests.add(request);
                script.answer(connection);
                if (connection.isClosed()) {
                    return;
                }
            }
        } catch (Exception e) {
            // The client has gone; the tests look at what it made of that.
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return text + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
