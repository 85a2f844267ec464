package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.PartnerCall;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * With the connection open and nothing written yet: a call that was announced long ago is not sent any more. The adapter
 * stood still meanwhile, and others may have taken the call for one that is over.
 */
final class SendDeadline implements ExecChainHandler {
    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Exchange exchange = (Exchange) scope.clientContext.getAttribute(AnswerSeal.EXCHANGE);
        if (PartnerCall.of(exchange).isTooLate()) {
            throw new IOException("The adapter stood still");
        }
        return chain.proceed(request, scope);
    }
}
