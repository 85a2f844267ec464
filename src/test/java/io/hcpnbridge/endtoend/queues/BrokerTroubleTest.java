package io.hcpnbridge.endtoend.queues;

import static io.hcpnbridge.endtoend.queues.Requests.detail;
import static io.hcpnbridge.endtoend.queues.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.erp.queue.BrokerWatch;
import io.hcpnbridge.rehearsal.Broker;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A broker that is gone makes messages wait, nothing else. */
@Tag("slow")
@Tag("outages")
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerTroubleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.withQueues();
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        stop(surroundings.broker());
    });
    private final Broker broker = bridge.surroundings().broker();

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void aBrokerThatIsGoneAtTheStartAndLaterIsSaidOnceAndNothingIsLost(CapturedOutput output) throws Exception {
        Awaitility.await().atMost(PATIENCE).until(() -> health().equals(Status.DOWN));
        assertThat(bridge.ask("orders.detail", Map.of("document", "F1", "orderId", "CS1")))
                .isNotEmpty();

        broker.start();
        Awaitility.await().atMost(PATIENCE).until(() -> health().equals(Status.UP));
        var waiting = "";
        try (var erp = ErpQueue.connect(broker)) {
            assertThat(status(erp.reply(erp.send(detail("D1", "CS1"))))).isEqualTo("OK");
            hold("compose-answers");
            waiting = erp.send(detail("D2", "CS1"));
            Awaitility.await().atMost(PATIENCE).until(() -> owed() == 1);
            Awaitility.await().atMost(PATIENCE).until(() -> times(output, "Messages are taken in from the queue") == 1);
        }

        broker.stop();
        Awaitility.await().atMost(PATIENCE).until(() -> health().equals(Status.DOWN));
        release("compose-answers");
        Awaitility.await().atMost(PATIENCE).until(() -> composed() == 3);
        assertThat(owed()).isOne();

        broker.start();
        try (var erp = ErpQueue.connect(broker)) {
            assertThat(status(erp.reply(waiting))).isEqualTo("OK");
            assertThat(erp.next(ErpQueue.REPLY, Duration.ofSeconds(2))).isEmpty();
        }
        assertThat(times(output, "The queue erp.request cannot be reached")).isEqualTo(2);
        assertThat(times(output, "Messages are taken in from the queue")).isGreaterThanOrEqualTo(1);
        assertThat(times(output, "ERROR")).isLessThanOrEqualTo(4);
    }

    private Status health() {
        return bridge.bridge().bean(BrokerWatch.class).health().getStatus();
    }

    private void hold(String route) throws Exception {
        bridge.bridge().bean(CamelContext.class).getRouteController().stopRoute(route);
    }

    private void release(String route) throws Exception {
        bridge.bridge().bean(CamelContext.class).getRouteController().startRoute(route);
    }

    private int owed() {
        return count("select count(*) from arrival where delivered_at is null");
    }

    private int composed() {
        return count("select count(*) from batch where answered_at is not null");
    }

    private int count(String query) {
        return bridge.ledger().sql(query).query(Integer.class).single();
    }

    private static long times(CapturedOutput output, String words) {
        return Pattern.compile(Pattern.quote(words)).matcher(output).results().count();
    }

    private static void stop(Broker broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
