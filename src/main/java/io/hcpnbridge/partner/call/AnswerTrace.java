package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.CallTrace;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.ReceivedAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Leaves on the call what the partner has answered, for those who look at it later: status, the few headers that may be shown, and the
 * body. An answer of IAM is none of them: it holds credentials.
 */
final class AnswerTrace implements ExecChainHandler {
    /** Under this name the request's context holds what was erased of the answer. */
    static final String ECHO = AnswerTrace.class.getName();

    private static final List<String> HEADERS = List.of("Content-Type", "Date", "Retry-After", "X-Request-Id");
    private static final int LONGEST_VALUE = 200;

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        Exchange exchange = (Exchange) scope.clientContext.getAttribute(AnswerSeal.EXCHANGE);
        PartnerCall call = exchange == null ? null : exchange.getProperty(PartnerCall.PROPERTY, PartnerCall.class);
        if (call != null && call.isToBeAnnounced()) {
            CallTrace trace = call.trace();
            trace.received(ReceivedAnswer.of(response.getCode(), headers(response), body(response)));
            trace.gateways((String) scope.clientContext.getAttribute(ECHO));
        }
        return response;
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> shown = new TreeMap<>();
        for (String name : HEADERS) {
            Header header = response.getFirstHeader(name);
            if (header != null && header.getValue() != null) {
                String value = header.getValue();
                shown.put(name, value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
            }
        }
        return shown;
    }

    private static byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? null : EntityUtils.toByteArray(entity);
        return body == null ? new byte[0] : body;
    }
}
