package io.hcpnbridge.partner.signing;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.SignedRequest;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Signs the call with its credential, freshly dated at every attempt (a token goes along instead of a signature). Leaves what to send
 * in the body, the {@link SignedRequest} on the call and, of all message headers, only those that tell camel-http where to go: nothing
 * from upstream survives.
 */
public class RequestSigner implements Processor {
    /** What is sent as {@code Content-Type}. */
    public static final String CONTENT_TYPE = "application/json;charset=UTF-8";

    private final URI endpoint;
    private final boolean sendDomainId;
    private final PartnerClock clock;

    /** @param endpoint where everything that this one signs goes to */
    RequestSigner(URI endpoint, boolean sendDomainId, PartnerClock clock) {
        this.endpoint = endpoint;
        this.sendDomainId = sendDomainId;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        PartnerCall call = PartnerCall.of(exchange);
        PartnerRequest request = call.request();
        if (!call.isAnnounced()) {
            throw new IllegalStateException("A call was about to be signed that the ledger knows nothing of");
        }
        Credential credential = call.credential()
                .filter(found -> found.mayCall(call.tenant(), request))
                .orElseThrow(() ->
                        new IllegalStateException("A call was about to be signed without the keys of its own caller"));
        RawTarget target = RawTarget.of(request.path(), request.query());
        call.sign(signed(call, target, credential));

        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, request.method());
        message.setHeader(Exchange.HTTP_PATH, target.path());
        if (!target.query().isEmpty()) {
            message.setHeader(Exchange.HTTP_RAW_QUERY, target.query());
        }
        message.setHeader(Exchange.CONTENT_TYPE, CONTENT_TYPE);
        message.setBody(body(request.body()));
    }

    /** What camel-http sends as the body; null for none. */
    Object body(byte[] bytes) {
        return bytes.length == 0 ? null : bytes;
    }

    private SignedRequest signed(PartnerCall call, RawTarget target, Credential credential) {
        PartnerRequest request = call.request();
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.put("Host", endpoint.getRawAuthority());
        if (credential.signs()) {
            sign(call, target, credential, headers);
        }
        credential.authToken().ifPresent(token -> headers.put("X-Auth-Token", token.reveal()));
        headers.put("Content-Type", CONTENT_TYPE);
        return new SignedRequest(request.method(), target.text(), headers);
    }

    private void sign(PartnerCall call, RawTarget target, Credential credential, Map<String, String> headers) {
        PartnerRequest request = call.request();
        String date = Signature.date(clock.now());
        headers.put("X-Sdk-Date", date);
        credential.securityToken().ifPresent(token -> headers.put("X-Security-Token", token.reveal()));
        if (sendDomainId) {
            headers.put("X-Domain-Id", credential.accountId());
        }
        CanonicalRequest canonical = CanonicalRequest.of(request.method(), target, headers, request.body());
        call.trace().signed(canonical.text());
        headers.put("Authorization", Signature.authorization(credential, date, canonical));
    }
}
