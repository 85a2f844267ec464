package io.hcpnbridge.endtoend.operate;

import static io.hcpnbridge.endtoend.operate.Collector.attribute;
import static io.hcpnbridge.endtoend.operate.Collector.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.endtoend.queues.Requests;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each document has one trace over intake, wait, calls and answer, which goes on that of its message and tells nothing of a person. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesTest {
    private static final String CREATE = "customers.create";
    private static final String NAME = "trace_canary_name";
    private static final String PHONE = "13912345678";

    private Collector collector;
    private RunningBridge bridge;

    @BeforeAll
    void start() {
        collector = Collector.start();
        bridge = RunningBridge.start(surroundings -> {
            surroundings.partner().customer("c1");
            surroundings.partner().order("c1", order -> order.id("CS1"));
            surroundings.withQueues();
            surroundings.set("tracing.endpoint", collector.address().toString());
            surroundings.set("tracing.interval", "100");
            surroundings.set("work.backoff-first", "50ms");
        });
    }

    @AfterAll
    void stop() {
        bridge.close();
        collector.close();
    }

    @Test
    void aDocumentOfAFileHasOneTraceFromIntakeToAnswer() {
        bridge.partner().faults().next(Api.NEW_DETAIL, 1, Fault.error(500, "CBC.0999", "Other errors."));

        bridge.ask("orders.detail", Map.of("document", "F-1", "orderId", "CS1"));

        var spans = awaitTrace("F-1");
        assertThat(spans)
                .extracting(Span::getName)
                .containsExactly(
                        "orders.detail", "intake", "wait", "call show-order-new", "call show-order-new", "answer");
        var root = spans.get(0);
        assertThat(root.getParentSpanId().isEmpty()).isTrue();
        assertThat(spans.subList(1, 6)).allSatisfy(span -> {
            assertThat(span.getParentSpanId()).isEqualTo(root.getSpanId());
            assertThat(span.getStartTimeUnixNano()).isGreaterThanOrEqualTo(root.getStartTimeUnixNano());
            assertThat(span.getEndTimeUnixNano()).isBetween(span.getStartTimeUnixNano(), root.getEndTimeUnixNano());
        });
        assertThat(spans).extracting(Span::getSpanId).doesNotHaveDuplicates();
        assertThat(attribute(root, "erp.state")).isEqualTo("OK");
        var failed = spans.get(3);
        assertThat(failed.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(attribute(failed, "http.response.status_code")).isEqualTo("500");
        assertThat(attribute(spans.get(4), "partner.verdict")).isEqualTo("success");
        assertThat(attribute(spans.get(4), "partner.request_id")).isNotBlank();
    }

    @Test
    void theTraceOfAMessageGoesOn() {
        bridge.queue()
                .send(
                        Requests.detail("M-1", "CS1"),
                        message -> message.setStringProperty(
                                "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        var root = awaitTrace("M-1").get(0);

        assertThat(hex(root.getTraceId())).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(hex(root.getParentSpanId())).isEqualTo("00f067aa0ba902b7");
        assertThat(attribute(root, "erp.channel")).isEqualTo("queue");
    }

    @Test
    void whatItsSenderDoesNotWantToBeTracedIsNot() {
        var id = bridge.queue()
                .send(
                        Requests.detail("M-2", "CS1"),
                        message -> message.setStringProperty(
                                "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4737-00f067aa0ba902b7-00"));
        bridge.queue().reply(id);
        bridge.ask("orders.detail", Map.of("document", "F-2", "orderId", "CS1"));

        awaitTrace("F-2");

        assertThat(collector.trace("M-2")).isEmpty();
    }

    @Test
    void nothingOfAPersonAndNothingSecretIsInATrace() {
        bridge.ask(
                CREATE,
                Map.of(
                        "document",
                        "P-1",
                        "platformUserId",
                        "P-1",
                        "accountName",
                        NAME,
                        "mobilePhone",
                        PHONE,
                        "verificationCode",
                        "123456"));

        awaitTrace("P-1");

        assertThat(collector.heard()).contains("P-1").doesNotContain(NAME, PHONE);
        assertThat(collector.heard())
                .doesNotContain(bridge.partner().partnerKeys().accessKey())
                .doesNotContain(bridge.partner().partnerKeys().secretKey());
    }

    private List<Span> awaitTrace(String document) {
        return Awaitility.await("the trace of " + document)
                .atMost(Duration.ofSeconds(60))
                .until(() -> collector.trace(document), spans -> spans.stream()
                        .anyMatch(span -> span.getName().equals("answer")));
    }
}
