package io.hcpnbridge.partner;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** An answer as it was received, for whoever looks at the call later. Holds customers' data and shows none of them. */
public final class ReceivedAnswer {
    /** Bytes of a body that are held, at most. */
    public static final int MOST = 1 << 20;

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final int length;

    private ReceivedAnswer(int status, Map<String, String> headers, byte[] body, int length) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        this.body = body;
        this.length = length;
    }

    /** @param headers those that may be shown to anybody */
    public static ReceivedAnswer of(int status, Map<String, String> headers, byte[] body) {
        return new ReceivedAnswer(status, headers, Arrays.copyOf(body, Math.min(body.length, MOST)), body.length);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** As much as is held. */
    public byte[] body() {
        return body.clone();
    }

    /** Bytes of the whole body. */
    public int length() {
        return length;
    }

    /** Without the keys that the call was made with, should the partner have echoed them. */
    public ReceivedAnswer without(Credential credential) {
        String held = new String(body, StandardCharsets.ISO_8859_1);
        String redacted = credential.redact(held);
        Map<String, String> clean = new TreeMap<>();
        headers.forEach((name, value) -> clean.put(name, credential.redact(value)));
        return new ReceivedAnswer(
                status,
                clean,
                redacted.equals(held) ? body : redacted.getBytes(StandardCharsets.ISO_8859_1),
                redacted.equals(held) ? length : length + redacted.length() - held.length());
    }

    @Override
    public String toString() {
        return "ReceivedAnswer[" + status + ", " + length + " bytes]";
    }
}
