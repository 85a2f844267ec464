package io.hcpnbridge.endtoend.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The same renewal by a file and by a message is one renewal, or none. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneKeyTest {
    private static final String RENEW = "orders.renew";
    private static final String IDEOGRAPHIC_SPACE = "\u3000";

    private final ErpFormat format = ErpFormat.of(RENEW);
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.withQueues().knowCustomer("c1");
        surroundings.set("erp.sftp.poll-interval", "150");
        surroundings.partner().resource("c1", "r1", resource -> resource);
        surroundings.partner().resource("c1", "r2", resource -> resource);
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void aDocumentNumberWithABlankThatNobodySeesIsRefusedByBothAndShown(CapturedOutput output) {
        var file = format.read(bridge.answerTo(RENEW, "hidden.txt", file("RZ-1" + IDEOGRAPHIC_SPACE, "r1")));
        var reply = Requests.json(bridge.queue().reply(bridge.queue().send(message("RZ-1" + IDEOGRAPHIC_SPACE, "r1"))));

        assertThat(file.get(0).get("recordType")).isEqualTo("X");
        assertThat(file.get(1).get("value")).isEqualTo("RZ-1\\u3000");
        assertThat(reply.at("/problems/0/value").asText()).isEqualTo("RZ-1\\u3000");
        assertThat(reply.at("/problems/0/rule").asText()).isEqualTo(file.get(1).get("rule"));
        assertThat(bridge.partner().journal().placedRenewals("r1")).isZero();
        assertThat(output).doesNotContain(IDEOGRAPHIC_SPACE);
    }

    @Test
    void blanksAroundADocumentNumberDoNotMakeItAnother() {
        var file = format.read(bridge.answerTo(RENEW, "blank.txt", file(" RZ-2", "r2")));
        var reply = Requests.json(bridge.queue().reply(bridge.queue().send(message("\\tRZ-2 \\n", "r2"))));

        assertThat(file.get(1).get("status")).isEqualTo("OK");
        assertThat(reply.at("/results/0/status").asText()).isEqualTo("OK");
        assertThat(reply.at("/results/0/document").asText()).isEqualTo("RZ-2");
        assertThat(bridge.partner().journal().placedRenewals("r2")).isEqualTo(1);
    }

    @Test
    void aBatchNumberIsAKeyToo() {
        var message = message("RZ-3", "r1").replace("\"batchNumber\": \"", "\"batchNumber\": \"\\u200b");

        var reply = Requests.json(bridge.queue().reply(bridge.queue().send(message)));

        assertThat(reply.at("/problems/0/field").asText()).isEqualTo("batchNumber");
        assertThat(reply.at("/problems/0/value").asText()).startsWith("\\u200B");
        assertThat(reply.at("/batchNumber").asText()).startsWith("?");
    }

    private byte[] file(String document, String resource) {
        var record = Map.of(
                "document",
                document,
                "customerId",
                "c1",
                "resource1",
                resource,
                "periodType",
                "2",
                "periodNum",
                "1",
                "expireMode",
                "1");
        return format.batch("B1", List.of(record), Map.of("periodTotal", "1"));
    }

    private static String message(String document, String resource) {
        return Requests.renewal(document, "c1", resource);
    }
}
