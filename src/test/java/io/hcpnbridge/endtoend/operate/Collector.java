package io.hcpnbridge.endtoend.operate;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes traces by OTLP over HTTP, as a collector does. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final StringBuffer heard = new StringBuffer();

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() {
        try {
            var collector =
                    new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            collector.server.createContext("/v1/traces", exchange -> {
                try (var body = exchange.getRequestBody()) {
                    var zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
                    collector.take((zipped ? new GZIPInputStream(body) : body).readAllBytes());
                }
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            collector.server.start();
            return collector;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(byte[] request) throws IOException {
        heard.append(new String(request, StandardCharsets.UTF_8));
        ExportTraceServiceRequest.parseFrom(request)
                .getResourceSpansList()
                .forEach(resource -> resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    /** Those of a document's trace, in the order in which they came. */
    List<Span> trace(String document) {
        return spans.stream()
                .filter(span -> document.equals(attribute(span, "erp.document")))
                .map(Span::getTraceId)
                .findFirst()
                .map(trace -> spans.stream()
                        .filter(span -> span.getTraceId().equals(trace))
                        .toList())
                .orElse(List.of());
    }

    static String attribute(Span span, String name) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(name))
                .map(KeyValue::getValue)
                .map(value -> value.hasIntValue() ? String.valueOf(value.getIntValue()) : value.getStringValue())
                .findFirst()
                .orElse(null);
    }

    static String hex(com.google.protobuf.ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** All that was sent to it, as far as it is text. */
    String heard() {
        return heard.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
