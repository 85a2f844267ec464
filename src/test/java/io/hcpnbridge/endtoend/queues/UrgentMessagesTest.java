package io.hcpnbridge.endtoend.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.call.Api;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody waits for a message's reply; a file of the same interface has hours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UrgentMessagesTest {
    private static final int FILE = 300;

    /** A look for due records, and what was on its way before. */
    private static final int FEW_CALLS = 60;

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.withQueues().knowCustomer("c1");
        surroundings.set("partner.quotas.show-order-new", "20");
        surroundings.partner().order("c1", order -> order.id("CS-OF-FILE"));
        surroundings.partner().order("c1", order -> order.id("CS-OF-MESSAGE"));
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void aMessageIsAnsweredWithinFewCallsHoweverLongTheFileIs() {
        var records = IntStream.range(0, FILE)
                .mapToObj(n -> Map.of("document", "F" + n, "orderId", "CS-OF-FILE"))
                .toList();
        bridge.erp()
                .drop("orders.detail", "long.txt", ErpFormat.of("orders.detail").batch("LONG", records));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> calls() > 30);

        var reply = bridge.queue().reply(bridge.queue().send(Requests.detail("M1", "CS-OF-MESSAGE")));

        assertThat(Requests.status(reply)).isEqualTo("OK");
        assertThat(callsBetween())
                .as("that went before its call after it was taken in")
                .isLessThan(FEW_CALLS);
        assertThat(bridge.ledger()
                        .sql("select count(*) from record where state = 'DUE'")
                        .query(Integer.class)
                        .single())
                .as("the file is not done for long")
                .isPositive();
    }

    private int calls() {
        return bridge.partner().journal().callsOf(Api.NEW_DETAIL);
    }

    private int callsBetween() {
        return bridge.ledger()
                .sql(
                        """
                        select count(*) from attempt, (
                            select received_at, min(attempt.id) as first from batch
                            join record on first_batch_id = batch.id join attempt on record_id = record.id
                            where form = 'message' group by batch.id) message
                        where opened_at > received_at and id < first
                        """)
                .query(Integer.class)
                .single();
    }
}
