package io.hcpnbridge.partner.call;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Either the whole answer, within the size limit and the time limit (however slowly it trickles), or a
 * {@link TransportException}; the connection is given back or thrown away before anyone sees the answer. No encoding is
 * asked for and none is undone: an answer that is compressed nevertheless is no JSON, not a way around the size limit.
 */
final class WholeResponse implements ExecChainHandler {
    private final int maxBytes;
    private final Duration timeLimit;
    private final ScheduledExecutorService timer;

    WholeResponse(int maxBytes, Duration timeLimit, ScheduledExecutorService timer) {
        this.maxBytes = maxBytes;
        this.timeLimit = timeLimit;
        this.timer = timer;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        Future<?> alarm = timer.schedule(() -> cutOff(scope, late), timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            readBody(response, scope.clientContext);
            return response;
        } catch (IOException | HttpException | RuntimeException e) {
            scope.execRuntime.discardEndpoint();
            Exception reason = late.get() ? new SocketTimeoutException("no whole answer within " + timeLimit) : e;
            throw new TransportException(SendMark.isSet(scope.clientContext), reason);
        } finally {
            alarm.cancel(false);
        }
    }

    private static void cutOff(ExecChain.Scope scope, AtomicBoolean late) {
        late.set(true);
        if (scope.originalRequest instanceof Cancellable cancellable) {
            cancellable.cancel();
        }
    }

    private void readBody(ClassicHttpResponse response, HttpContext context) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        if (entity.getContentLength() > maxBytes) {
            throw new ResponseTooLargeException(maxBytes);
        }
        InputStream content = entity.getContent();
        byte[] bytes = content.readNBytes(maxBytes);
        if (content.read() >= 0) {
            throw new ResponseTooLargeException(maxBytes);
        }
        if (response.getCode() >= 400) {
            context.setAttribute(AnswerTrace.ECHO, EchoEraser.echoIn(bytes));
            bytes = EchoEraser.erase(bytes);
        }
        response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
        response.setEntity(new ByteArrayEntity(bytes, ContentType.parseLenient(entity.getContentType())));
    }
}
