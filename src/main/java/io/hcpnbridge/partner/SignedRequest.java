package io.hcpnbridge.partner;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What leaves the process, exactly: request line and headers (Content-Length apart). It holds a signature and may hold a
 * token, so it travels as an object that shows neither, never as message headers.
 */
public final class SignedRequest {
    private final String method;
    private final String target;
    private final Map<String, String> headers;

    public SignedRequest(String method, String target, Map<String, String> headers) {
        this.method = method;
        this.target = target;
        this.headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    public String method() {
        return method;
    }

    /** Encoded path and query, to be written into the request line as they are. */
    public String target() {
        return target;
    }

    /** Every header to send, Host included, Content-Length not. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Without target and values. */
    @Override
    public String toString() {
        return "SignedRequest[" + method + ", " + headers.keySet() + "]";
    }
}
