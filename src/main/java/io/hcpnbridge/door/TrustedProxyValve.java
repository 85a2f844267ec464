package io.hcpnbridge.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets a trusted proxy say who asks, and whether it was asked by https. */
final class TrustedProxyValve extends ValveBase {
    private final TrustedProxies proxies;

    TrustedProxyValve(TrustedProxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var peer = request.getRemoteAddr();
        var secure = request.isSecure();
        var scheme = request.getScheme();
        if (proxies.trust(peer)) {
            var caller = proxies.caller(peer, all(request, "X-Forwarded-For"));
            request.setRemoteAddr(caller);
            request.setRemoteHost(caller);
            if ("https".equalsIgnoreCase(all(request, "X-Forwarded-Proto").strip())) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
            }
        }
        try {
            getNext().invoke(request, response);
        } finally {
            request.setRemoteAddr(peer);
            request.setSecure(secure);
            request.getCoyoteRequest().scheme().setString(scheme);
        }
    }

    private static String all(Request request, String header) {
        return String.join(",", Collections.list(request.getHeaders(header)));
    }
}
