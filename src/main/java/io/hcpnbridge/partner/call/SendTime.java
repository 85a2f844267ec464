package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.PartnerCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * With the connection open and nothing written yet: waits for the call's slot. A call that was announced long ago is not sent any more: the
 * adapter stood still meanwhile, and others may have taken the call for one that is over.
 */
final class SendTime implements ExecChainHandler {
    private final LaneQuota quota;

    SendTime(LaneQuota quota) {
        this.quota = quota;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Exchange exchange = (Exchange) scope.clientContext.getAttribute(AnswerSeal.EXCHANGE);
        PartnerCall call = PartnerCall.of(exchange);
        try {
            quota.keepSlot(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The adapter stops");
        }
        if (call.isTooLate()) {
            throw new StoodStillException();
        }
        return chain.proceed(request, scope);
    }
}
