package io.hcpnbridge.partner.call;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Notes that the connection stands (TLS included) and the request is about to be written. */
final class SendMark implements ExecChainHandler {
    private static final String ATTRIBUTE = SendMark.class.getName();

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(ATTRIBUTE, Boolean.TRUE);
        return chain.proceed(request, scope);
    }

    static boolean isSet(HttpContext context) {
        return context.getAttribute(ATTRIBUTE) != null;
    }
}
