package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.SignedRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.springframework.stereotype.Component;

/**
 * The last one to touch a request, on the open connection right before it is written: puts the {@link SignedRequest} on it,
 * path and query as signed (camel-http would send {@code ~} as %7E), and takes every other header off. So signature and
 * token never lie in message headers, where tracing would show them, and no header from upstream can leave.
 */
@Component("partnerWireSeal")
class WireSeal implements HttpActivityListener {
    /** What the HTTP client itself says about body and connection. */
    private static final Set<String> FRAMING =
            Set.of("content-length", "transfer-encoding", "connection", "user-agent");

    @Override
    public void onRequestSubmitted(
            Object source, Exchange exchange, HttpHost host, HttpRequest request, HttpEntity entity) {
        SignedRequest signed = PartnerCall.of(exchange)
                .takeSigned()
                .filter(found -> found.method().equals(request.getMethod()))
                .orElseThrow(UnsignedRequestException::new);
        request.setHeaders(Arrays.stream(request.getHeaders())
                .filter(header -> FRAMING.contains(header.getName().toLowerCase(Locale.ROOT)))
                .toArray(Header[]::new));
        signed.headers().forEach(request::addHeader);
        request.setPath(signed.target());
    }

    @Override
    public void onResponseReceived(
            Object source, Exchange exchange, HttpHost host, HttpResponse response, HttpEntity entity, long elapsed) {
        // The judgement looks at answers.
    }
}
