package io.hcpnbridge.endtoend.partner;

import static io.hcpnbridge.endtoend.partner.ErpDesk.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.fault.Fault;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The ERP is not left alone with a document that has waited for the partner for too long, and hears how it ends, once. */
@Tag("slow")
@Tag("outages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParkedDocumentsTest {
    private static final Fault THROTTLED = Fault.error(429, "APIGW.0308", "The throttling threshold has been reached");

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.withQueues();
        surroundings.knowCustomer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().order("c1", order -> order.id("CS2"));
        surroundings.set("work.park-after", "3s");
        surroundings.set("work.park-cron", "* * * * * ?");
        surroundings.set("work.throttle-pause", "100ms");
        surroundings.set("work.throttle-pause-longest", "500ms");
    });
    private final ErpDesk desk = new ErpDesk(bridge);

    @AfterAll
    void close() {
        bridge.close();
    }

    @AfterEach
    void thePartnerIsWell() {
        bridge.partner().faults().clear();
    }

    @Test
    void theOthersOfABatchAreAnsweredAndTheEndFollowsADecisionOnceWhateverIsRestarted() {
        throttle("CS2");
        var dropped =
                desk.drop(Surroundings.TENANT, "orders.detail", List.of(detail("F1", "CS1"), detail("F2", "CS2")));

        var first = desk.await(dropped);

        assertThat(first.outcome("F1")).isEqualTo("OK");
        assertThat(first.outcome("F2")).isEqualTo("PENDING APIGW.0308");
        assertThat(first.text("F2")).contains("an operator decides").contains("throttling threshold");
        bridge.restart();
        bridge.partner().faults().clear();

        decide("orders.detail", "F2", "RETRY");

        var last = desk.awaitFinal(dropped);
        assertThat(last.outcome("F1")).isEqualTo("OK");
        assertThat(last.outcome("F2")).isEqualTo("OK");
        assertThat(owed("F2")).as("one first and one last answer").isEqualTo(2);
        assertThat(decided("orders.detail", "F2", "REFUSE")).isFalse();
    }

    @Test
    void aMessageIsRepliedWhenItIsParkedAndWhenAPersonHasDecided() throws JMSException {
        throttle("CS2");
        var id = bridge.queue()
                .send(
                        """
                        {"interface": "orders.detail", "tenant": "acme", "batchNumber": "M1", "createdAt": "2024-05-01T00:00:00Z",
                         "records": [{"document": "M1", "orderId": "CS2"}]}\
                        """);

        var first = bridge.queue().reply(id);
        assertThat(result(first)).isEqualTo("PENDING APIGW.0308");
        assertThat(edition(first)).isEqualTo("interim interim");

        decide("orders.detail", "M1", "REFUSE");

        var last = bridge.queue().reply(id);
        assertThat(result(last)).isEqualTo("REFUSED BRIDGE.DECIDED");
        assertThat(edition(last)).isEqualTo("final final");
        assertThat(ErpQueue.text(last)).contains("Li Lei: the customer does not want it any more");
        assertThat(bridge.queue().next(ErpQueue.REPLY, Duration.ofSeconds(3)))
                .as("nothing more")
                .isEmpty();
    }

    @Test
    void aRenewalThatWasParkedIsPlacedOnce() {
        bridge.partner().resource("c1", "R1", draft -> draft);
        bridge.partner()
                .faults()
                .always(
                        call -> new String(call.request().body(), StandardCharsets.UTF_8).contains("\"R1\""),
                        THROTTLED);
        var dropped = desk.drop(Surroundings.TENANT, "orders.renew", List.of(renewal("W1", "c1", 0, "R1")));

        assertThat(desk.await(dropped).outcome("W1")).isEqualTo("PENDING APIGW.0308");
        assertThat(bridge.partner().state().placedRenewals("R1")).isZero();
        bridge.partner().faults().clear();

        decide("orders.renew", "W1", "RETRY");

        assertThat(desk.awaitFinal(dropped).outcome("W1")).isEqualTo("OK");
        assertThat(bridge.partner().state().placedRenewals("R1")).isEqualTo(1);
    }

    @Test
    void aWholeLaneIsParkedAndWhatIsParkedAgainIsToldAgain() {
        bridge.partner().faults().always(call -> true, THROTTLED);
        var details = List.of(detail("L1", "CS1"), detail("L2", "CS1"), detail("L3", "CS2"));
        var dropped = desk.drop(Surroundings.TENANT, "orders.detail", details);
        var first = desk.await(dropped);
        assertThat(List.of("L1", "L2", "L3"))
                .allSatisfy(document -> assertThat(first.outcome(document)).isEqualTo("PENDING APIGW.0308"));

        List.of("L1", "L2", "L3").forEach(document -> decide("orders.detail", document, "RETRY"));

        assertThat(desk.awaitFinal(dropped).outcome("L3")).isEqualTo("PENDING APIGW.0308");
    }

    private void throttle(String order) {
        bridge.partner().faults().always(call -> call.request().target().contains(order), THROTTLED);
    }

    private static Map<String, String> detail(String document, String order) {
        return Map.of("document", document, "orderId", order);
    }

    private void decide(String interfaceName, String document, String verdict) {
        Awaitility.await().until(() -> decided(interfaceName, document, verdict));
    }

    private boolean decided(String interfaceName, String document, String verdict) {
        return bridge.ledger()
                .sql("select decide_parked('acme', ?, ?, ?, 'Li Lei', 'the customer does not want it any more')")
                .params(interfaceName, document, verdict)
                .query(Boolean.class)
                .single();
    }

    private int owed(String document) {
        return bridge.ledger()
                .sql(
                        """
                        select count(*) from arrival join batch_record using (batch_id) join record on record.id = record_id
                        where document = ?
                        """)
                .param(document)
                .query(Integer.class)
                .single();
    }

    private static String result(Message reply) {
        var result = ExactJson.read(ErpQueue.text(reply)).at("/results/0");
        return result.path("status").asText() + " " + result.path("code").asText();
    }

    /** As the header says, and as the body says. */
    private static String edition(Message reply) throws JMSException {
        return reply.getStringProperty("edition") + " "
                + ExactJson.read(ErpQueue.text(reply)).path("edition").asText();
    }
}
