package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.settings.PartnerSettings;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * Makes the HTTP client of the partner call a plain one: one request in, one answer out. It repeats nothing by itself (a
 * repeated request would carry a stale signature, a repeated write would cost twice), follows no redirect, keeps no cookie.
 */
@Component("partnerHttpClient")
class PartnerHttpClient implements HttpClientConfigurer {
    private static final int MOST_CONNECTIONS = 64;
    private static final int LONGEST_HEADER_LINE = 32 * 1_024;
    private static final int MOST_HEADERS = 200;
    private static final TimeValue OLDEST_CONNECTION = TimeValue.ofMinutes(5);

    private final PartnerSettings settings;
    private final LaneQuota quota;
    private final ScheduledThreadPoolExecutor timer;

    PartnerHttpClient(PartnerSettings settings, LaneQuota quota) {
        this.settings = settings;
        this.quota = quota;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "partner-call-time-limit");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        Duration wholeCall = settings.connectTimeout().plus(settings.responseTimeout());
        client.setConnectionManager(connections())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(settings.connectTimeout()))
                        .setResponseTimeout(timeout(settings.responseTimeout()))
                        .setRedirectsEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("hcpn-erp-bridge")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "send-mark", new SendMark())
                .addExecInterceptorBefore("send-mark", "send-time", new SendTime(quota))
                .addExecInterceptorFirst(
                        "whole-response", new WholeResponse(settings.maxResponseSize(), wholeCall, timer))
                .addExecInterceptorBefore("whole-response", "answer-trace", new AnswerTrace());
    }

    /** Every pooled connection is probed before use: a write on a dead one would be in doubt for nothing. */
    private PoolingHttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_HEADER_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.connectTimeout()))
                        .setSocketTimeout(timeout(settings.responseTimeout()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .setTimeToLive(OLDEST_CONNECTION)
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(settings.connectTimeout()))
                        .build())
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
