package io.hcpnbridge.endtoend.queues;

import static io.hcpnbridge.endtoend.queues.Requests.detail;
import static io.hcpnbridge.endtoend.queues.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each step wakes the next: where nobody looks for work for an hour, a message is answered, and a file's records are worked on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WokenStepsTest {
    private static final String HOUR = "3600000";

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.withQueues().knowCustomer("c1");
        surroundings.set("work.poll-interval", HOUR).set("answer.poll-interval", HOUR);
        surroundings.partner().order("c1", order -> order.id("CS1"));
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void messagesAreAnswered() {
        for (int i = 0; i < 5; i++) {
            assertThat(status(bridge.queue().reply(bridge.queue().send(detail("W" + i, "CS1")))))
                    .isEqualTo("OK");
        }
    }

    @Test
    void aFilesRecordsAreWorkedOn() {
        for (var name : List.of("F1", "F2")) {
            var batch = ErpFormat.of("orders.detail").batch(name, List.of(Map.of("document", name, "orderId", "CS1")));
            bridge.erp().drop("orders.detail", name + ".txt", batch);
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> isOk(name));
        }
    }

    private boolean isOk(String document) {
        return bridge.ledger()
                .sql("select exists (select 1 from record where document = ? and state = 'OK')")
                .param(document)
                .query(Boolean.class)
                .single();
    }
}
