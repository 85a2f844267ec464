package io.hcpnbridge.partner.signing;

import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.credential.Credential;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Signs the {@link PartnerRequest} in the body with the property {@code credential}, freshly dated at every attempt. Leaves
 * the bytes to send in the body, the {@link SignedRequest} in the property {@code signedRequest} and, of all message
 * headers, only those that tell camel-http where to go: nothing from upstream survives.
 */
@Component("requestSigner")
public class RequestSigner implements Processor {
    private static final String CONTENT_TYPE = "application/json;charset=UTF-8";

    private final PartnerSettings settings;
    private final PartnerClock clock;

    RequestSigner(PartnerSettings settings, PartnerClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        PartnerRequest request = message.getMandatoryBody(PartnerRequest.class);
        Credential credential = exchange.getProperty(CallProperties.CREDENTIAL, Credential.class);
        String tenant = exchange.getProperty(CallProperties.TENANT, String.class);
        if (credential == null || !credential.mayCall(tenant, request)) {
            throw new IllegalStateException("A call was about to be signed without the keys of its own caller");
        }
        RawTarget target = RawTarget.of(request.path(), request.query());
        exchange.setProperty(CallProperties.SIGNED_REQUEST, sign(request, target, credential));

        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, request.method());
        message.setHeader(Exchange.HTTP_PATH, target.path());
        if (!target.query().isEmpty()) {
            message.setHeader(Exchange.HTTP_RAW_QUERY, target.query());
        }
        message.setHeader(Exchange.CONTENT_TYPE, CONTENT_TYPE);
        byte[] body = request.body();
        message.setBody(body.length == 0 ? null : body);
    }

    private SignedRequest sign(PartnerRequest request, RawTarget target, Credential credential) {
        String date = Signature.date(clock.now());
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.put("Host", settings.endpoint().getRawAuthority());
        headers.put("X-Sdk-Date", date);
        credential.securityToken().ifPresent(token -> headers.put("X-Security-Token", token.reveal()));
        if (settings.sendDomainId()) {
            headers.put("X-Domain-Id", credential.accountId());
        }
        CanonicalRequest canonical = CanonicalRequest.of(request.method(), target, headers, request.body());
        headers.put("Authorization", Signature.authorization(credential, date, canonical));
        headers.put("Content-Type", CONTENT_TYPE);
        return new SignedRequest(request.method(), target.text(), headers);
    }
}
