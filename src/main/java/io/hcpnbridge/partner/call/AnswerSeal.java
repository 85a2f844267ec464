package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.SealedAnswer;
import java.io.IOException;
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
 * Takes body and token off an answer before it becomes a message, which could be traced, and leaves them sealed on
 * the call.
 */
final class AnswerSeal implements ExecChainHandler {
    /** Under this name camel-http leaves the exchange in the request's context. */
    static final String EXCHANGE = "org.apache.camel.Exchange";

    private static final String TOKEN = "X-Subject-Token";

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        Exchange exchange = (Exchange) scope.clientContext.getAttribute(EXCHANGE);
        Header token = response.getFirstHeader(TOKEN);
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
        PartnerCall.of(exchange)
                .seal(new SealedAnswer(
                        body == null ? new byte[0] : body,
                        entity == null ? null : entity.getContentType(),
                        token == null ? null : token.getValue()));
        response.removeHeaders(TOKEN);
        response.setEntity(null);
        return response;
    }
}
