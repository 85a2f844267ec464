package io.hcpnbridge.tracing;

import io.hcpnbridge.replica.Replica;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Sends spans to the collector; only one thread at a time may use it. */
@Component
@ConditionalOnProperty("tracing.endpoint")
class TraceOutlet {
    private static final int ROOM = 16_384;
    private static final long PATIENCE_SECONDS = 10;

    private final GivenIds ids = new GivenIds();
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    TraceOutlet(TraceProperties settings, Replica replica) {
        var exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(settings.endpoint()).build();
        provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .setResource(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        "hcpn-erp-bridge",
                        AttributeKey.stringKey("service.instance.id"),
                        replica.name().orElse("starting"))))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setMaxQueueSize(ROOM)
                        .build())
                .build();
        tracer = provider.get("io.hcpnbridge");
    }

    /**
     * A span as it was.
     *
     * @param id 16 hexadecimal digits
     * @param parent likewise; null: none
     */
    record Told(
            String id,
            String parent,
            String name,
            SpanKind kind,
            Instant begin,
            Instant end,
            Attributes attributes,
            boolean failed) {}

    void tell(TraceName trace, Told told) {
        ids.next(trace.id(), told.id());
        var builder = tracer.spanBuilder(told.name())
                .setSpanKind(told.kind())
                .setStartTimestamp(told.begin())
                .setAllAttributes(told.attributes());
        var span = (told.parent() == null
                        ? builder.setNoParent()
                        : builder.setParent(Context.root().with(Span.wrap(parent(trace, told.parent())))))
                .startSpan();
        if (told.failed()) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(told.end());
    }

    private static SpanContext parent(TraceName trace, String id) {
        return SpanContext.createFromRemoteParent(trace.id(), id, TraceFlags.getSampled(), TraceState.getDefault());
    }

    /** Waits until what was told is sent, or cannot be. */
    void flush() {
        provider.forceFlush().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void close() {
        provider.close();
    }
}
