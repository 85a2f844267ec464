package io.hcpnbridge.standin.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads HTTP/1.1 requests with a counted, chunked or no body. */
final class RequestReader {
    private static final int LINE_LIMIT = 256 * 1024;
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final WireConnection connection;
    private final InputStream in;

    RequestReader(WireConnection connection) {
        this.connection = connection;
        this.in = connection.in();
    }

    /** Empty when the client has ended the connection. */
    Optional<WireRequest> next() throws IOException {
        String first = line();
        if (first == null) {
            return Optional.empty();
        }
        String[] parts = first.split(" ", -1);
        if (parts.length != 3) {
            throw new IOException("not a request line");
        }
        List<WireHeader> headers = new ArrayList<>();
        for (String line = required(); !line.isEmpty(); line = required()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("not a header line");
            }
            headers.add(new WireHeader(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        WireRequest head = new WireRequest(parts[0], parts[1], List.copyOf(headers), new byte[0], connection.from());
        return Optional.of(new WireRequest(head.method(), head.target(), head.headers(), body(head), head.from()));
    }

    private byte[] body(WireRequest head) throws IOException {
        if (head.header("Expect").isPresent()) {
            connection.send(GO_ON);
        }
        String encoding = head.header("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        if (encoding.equals("chunked")) {
            return chunks();
        }
        return exactly(Integer.parseInt(head.header("Content-Length").orElse("0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(required().replaceFirst(";.*", "").strip(), 16);
            if (size == 0) {
                break;
            }
            body.write(exactly(size));
            required();
        }
        while (!required().isEmpty()) {
            // trailers carry nothing of interest
        }
        return body.toByteArray();
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("request body ends early");
        }
        return bytes;
    }

    private String required() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException("request ends early");
        }
        return line;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
            if (line.size() > LINE_LIMIT) {
                throw new IOException("request line or header too long");
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
