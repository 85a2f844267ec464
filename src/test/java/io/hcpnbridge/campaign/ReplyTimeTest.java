package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long an ERP waits for the reply to a message with one document, one after the other, with the intervals of production and a partner
 * that answers at once. {@code mvn verify -P campaign -Dtest=ReplyTimeTest -Dreplies.messages=1000}.
 */
@Tag("campaign")
@EnabledIfSystemProperty(named = "campaign.seed", matches = "\\d+")
class ReplyTimeTest {
    private static final int MESSAGES = Integer.getInteger("replies.messages", 1_000);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BEFORE = 1_000;

    @Test
    void aMessageIsAnsweredAsSoonAsItsDocumentHasEnded() throws Exception {
        var surroundings = Surroundings.start().withQueues();
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().journal().countOnly();
        surroundings.set("work.poll-interval", "500").set("answer.poll-interval", "1000");
        surroundings.set("camel.component.seda.default-poll-timeout", "1000");
        Quotas.largest().forEach((api, quota) -> surroundings.set("partner.quotas." + api, quota.toString()));
        try (var bridge = BridgeProcess.start(surroundings, "-Xmx512m");
                var erp = ErpQueue.connect(surroundings.broker())) {
            assertThat(bridge.isAlive()).isTrue();
            ask(erp, "warm", BEFORE);
            var times = ask(erp, "measured", MESSAGES);
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .printf(
                            "%d messages, one after the other: %d ms median, %d ms 95th, %d ms 99th percentile, %d ms longest%n",
                            MESSAGES, at(times, 0.5), at(times, 0.95), at(times, 0.99), at(times, 1));
        } finally {
            surroundings.close();
        }
    }

    /** How long each took, the shortest first. */
    private static List<Duration> ask(ErpQueue erp, String name, int messages) {
        var times = new ArrayList<Duration>();
        for (int i = 0; i < messages; i++) {
            var begun = System.nanoTime();
            send(erp, name + i);
            var reply = erp.next(ErpQueue.REPLY, PATIENCE);
            times.add(Duration.ofNanos(System.nanoTime() - begun));
            assertThat(reply).isPresent();
        }
        return times.stream().sorted().toList();
    }

    private static void send(ErpQueue erp, String document) {
        erp.send(
                """
                {"interface": "orders.detail", "tenant": "acme", "batchNumber": "%1$s", "createdAt": "2024-05-01T00:00:00Z",
                "records": [{"document": "%1$s", "orderId": "CS1"}]}"""
                        .formatted(document));
    }

    private static long at(List<Duration> times, double share) {
        return times.get((int) Math.ceil(share * times.size()) - 1).toMillis();
    }
}
