package io.hcpnbridge.endtoend.delta;

import static io.hcpnbridge.endtoend.delta.ComparedOrders.CUSTOMER;
import static io.hcpnbridge.endtoend.delta.ComparedOrders.changes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Each change is an event: one message, in order, with the same id however often it is sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EventsTest {
    private static final String QUEUE = "erp.changes";
    private static final int ORDERS = 450;

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        ComparedOrders.prepare(surroundings);
        surroundings.withQueues().set("erp.queue.event", QUEUE);
        surroundings
                .partner()
                .orders(
                        CUSTOMER,
                        ORDERS,
                        Instant.parse("2024-01-01T00:00:00Z"),
                        Duration.ofMinutes(1),
                        (number, order) -> order.id("CS" + number));
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    @Order(1)
    void everyChangeIsAMessageInTheOrderOfTheAnswer() throws JMSException {
        var answered = changes(bridge, "E1");
        var messages = receive(ORDERS);

        assertThat(messages)
                .extracting(message -> read(message).at("/row/orderId").asText() + " "
                        + read(message).path("change").asText())
                .containsExactlyElementsOf(answered);
        var first = messages.get(0);
        assertThat(first.getStringProperty("tenant")).isEqualTo("acme");
        assertThat(first.getStringProperty("interface")).isEqualTo("orders.list");
        assertThat(first.getStringProperty("change")).isEqualTo("NEW");
        assertThat(first.getStringProperty("_AMQ_DUPL_ID"))
                .isEqualTo(read(first).path("id").asText());
        assertThat(read(first).fieldNames())
                .toIterable()
                .containsExactly("id", "interface", "tenant", "document", "change", "at", "row");
    }

    @Test
    @Order(2)
    void whatIsUnchangedOrLeftOutByTheMappingIsNoEvent() {
        bridge.partner().state().change("CS8", order -> order.status(4));
        assertThat(changes(bridge, "E2")).isEmpty();
        assertThat(unsent()).isZero();
    }

    @Test
    @Order(3)
    void withoutTheBrokerEventsWaitAndKeepTheirOrder() throws Exception {
        bridge.surroundings().broker().stop();
        for (var gone : List.of("CS1", "CS2", "CS3")) {
            bridge.partner().state().removeOrder(gone);
            assertThat(changes(bridge, "WITHOUT-" + gone)).containsExactly(gone + " GONE");
        }
        assertThat(unsent()).isEqualTo(3);

        bridge.surroundings().broker().start();

        assertThat(receive(3))
                .extracting(message -> read(message).at("/row/orderId").asText())
                .containsExactly("CS1", "CS2", "CS3");
    }

    @Test
    @Order(4)
    void anEventThatIsSentAgainIsDroppedByTheBroker() {
        Awaitility.await().until(() -> unsent() == 0);
        bridge.ledger()
                .sql("update event set sent_at = null where id > (select max(id) - 2 from event)")
                .update();
        bridge.partner().state().removeOrder("CS4");
        changes(bridge, "E4");

        assertThat(receive(1))
                .extracting(message -> read(message).at("/row/orderId").asText())
                .containsExactly("CS4");
        assertThat(unsent()).isZero();
    }

    private int unsent() {
        return bridge.ledger()
                .sql("select count(*) from event where sent_at is null")
                .query(Integer.class)
                .single();
    }

    private List<Message> receive(int count) {
        var messages = new ArrayList<Message>();
        try (var queue = ErpQueue.connect(bridge.surroundings().broker())) {
            while (messages.size() < count) {
                messages.add(queue.next(QUEUE, Duration.ofSeconds(40)).orElseThrow());
            }
            assertThat(queue.next(QUEUE, Duration.ofMillis(300))).isEmpty();
        }
        return messages;
    }

    private static JsonNode read(Message message) {
        return ExactJson.read(ErpQueue.text(message));
    }
}
