package io.hcpnbridge.endtoend.queues;

import static io.hcpnbridge.endtoend.queues.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import jakarta.jms.JMSException;
import org.junit.jupiter.api.Test;

/** What the partner decides later is replied twice: that it is taken, and what was decided. */
class TwoRepliesTest {
    private static final String CHANGE = Requests.of(
            "customers.realname-change",
            "B1",
            """
            {"document": "D1", "customerId": "c1", "name": "第一公司", "number": "9131", "file1": "licence.jpg"}""");

    @Test
    void aReviewIsRepliedWhenItBeginsAndWhenItEnds() throws JMSException {
        try (var bridge = RunningBridge.start(surroundings -> {
            surroundings.withQueues();
            var partner = surroundings.partner();
            partner.customer("c1");
            partner.customers().profile("c1", profile -> profile.verified("2", 0));
            partner.customers().realname().passesAfter("c1", 1);
        })) {
            var id = bridge.queue().send(CHANGE);
            var first = bridge.queue().reply(id);
            var last = bridge.queue().reply(id);

            assertThat(status(first)).isEqualTo("PENDING");
            assertThat(first.getStringProperty("edition")).isEqualTo("interim");
            assertThat(status(last)).isEqualTo("OK");
            assertThat(last.getStringProperty("edition")).isEqualTo("final");
        }
    }
}
