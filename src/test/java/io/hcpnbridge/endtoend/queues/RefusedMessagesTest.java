package io.hcpnbridge.endtoend.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultExchangeHolder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is no plain text message is not read, not unpacked and not answered, but kept as it came. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedMessagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CANARY = "canary-4711";

    private final RunningBridge bridge =
            RunningBridge.start(surroundings -> surroundings.withQueues().set("erp.queue.max-message-size", "2KB"));
    private final ErpQueue erp = bridge.queue();

    @AfterAll
    void close() {
        bridge.close();
    }

    /** Tells whether it was ever unpacked. */
    private static final class Bomb implements Serializable {
        private static final long serialVersionUID = 1L;
        private static volatile boolean exploded;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            exploded = true;
        }
    }

    @Test
    void anObjectMessageIsNotUnpacked() throws JMSException {
        erp.send((ErpQueue.Maker) session -> session.createObjectMessage(new Bomb()));

        assertThat(kept()).isInstanceOf(ObjectMessage.class);
        assertThat(Bomb.exploded).isFalse();
    }

    @Test
    void aForgedExchangeHolderSteersNothing(CapturedOutput output) throws Exception {
        try (var context = new DefaultCamelContext()) {
            var forged = new DefaultExchange(context);
            forged.getIn().setBody(Requests.detail(CANARY, "CS1"));
            forged.getIn().setHeader("CamelHttpUri", "http://127.0.0.1:1/" + CANARY);
            var holder = DefaultExchangeHolder.marshal(forged);
            erp.send((ErpQueue.Maker) session -> session.createObjectMessage(holder));
        }

        assertThat(((ObjectMessage) kept()).getObject()).isInstanceOf(DefaultExchangeHolder.class);
        assertThat(output).doesNotContain(CANARY);
        assertThat(bridge.partner().journal().calls()).isEmpty();
    }

    @Test
    void mapStreamBytesAndEmptyMessagesAreKeptAsTheyCame() throws JMSException {
        erp.send((ErpQueue.Maker) session -> {
            var map = session.createMapMessage();
            map.setString("document", CANARY);
            return map;
        });
        assertThat(((MapMessage) kept()).getString("document")).isEqualTo(CANARY);

        erp.send((ErpQueue.Maker) session -> {
            var bytes = session.createBytesMessage();
            bytes.writeUTF(CANARY);
            return bytes;
        });
        assertThat(((BytesMessage) kept()).readUTF()).isEqualTo(CANARY);

        erp.send((ErpQueue.Maker) session -> session.createStreamMessage());
        erp.send((ErpQueue.Maker) session -> session.createMessage());
        erp.send((ErpQueue.Maker) session -> session.createTextMessage());
        for (int i = 0; i < 3; i++) {
            assertThat(kept()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "cAMELhTTPpATH",
                "CAMELJMSDESTINATIONNAME",
                "org_DOT_apache_DOT_camel_DOT_x",
                "Org_Dot_Apache_Dot_Camel_Dot_x",
                "camelFileName",
                "breadcrumbId",
                "anything",
            })
    void aMessageWithAForeignPropertyIsNotRead(String property, CapturedOutput output) throws JMSException {
        erp.send(Requests.detail("D1", "CS1"), message -> message.setStringProperty(property, CANARY));

        var kept = kept();
        assertThat(kept.getStringProperty(property)).isEqualTo(CANARY);
        assertThat(((TextMessage) kept).getText()).isEqualTo(Requests.detail("D1", "CS1"));
        assertThat(output)
                .contains("is refused without being read and kept in " + ErpQueue.REFUSED + " as "
                        + kept.getJMSMessageID())
                .contains("its property " + property + " is not let in")
                .doesNotContain(CANARY);
    }

    /** An agent beside the ERP adds them, and the ERP's programmers do not know. */
    @Test
    void whatTracingAddsIsLetInAndTheReplyCarriesTheTraceOn() throws JMSException {
        bridge.surroundings().partner().customer("c1");
        bridge.surroundings().partner().order("c1", order -> order.id("CS2"));
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var id = erp.send(Requests.detail("D10", "CS2"), message -> {
            message.setStringProperty("traceparent", trace);
            message.setStringProperty("tracestate", "vendor=1");
            message.setStringProperty("baggage", "user=a");
            message.setStringProperty("X_$dash$_B3_$dash$_TraceId", "1");
            message.setStringProperty("x__dash__datadog__dash__trace__dash__id", "1");
            message.setStringProperty("uber_trace_id", "1");
            message.setStringProperty("sw8", "1");
        });

        var reply = erp.reply(id);
        assertThat(Requests.status(reply)).isEqualTo("OK");
        assertThat(reply.getStringProperty("traceparent")).isEqualTo(trace);
    }

    @Test
    void aTraceThatIsNoneIsNotCarriedOn() throws JMSException {
        bridge.surroundings().partner().customer("c1");
        bridge.surroundings().partner().order("c1", order -> order.id("CS3"));
        var id = erp.send(
                Requests.detail("D11", "CS3"), message -> message.setStringProperty("traceparent", "x\nERROR forged"));

        assertThat(erp.reply(id).propertyExists("traceparent")).isFalse();
    }

    @Test
    void propertiesOnTheListAreLetInWhateverTheirCase() throws JMSException {
        bridge.surroundings().partner().customer("c1");
        bridge.surroundings().partner().order("c1", order -> order.id("CS1"));
        var id = erp.send(Requests.detail("D9", "CS1"), message -> {
            message.setStringProperty("Interface", "orders.renew");
            message.setStringProperty("TENANT", "nobody");
            message.setStringProperty("JMSXGroupID", "g");
        });

        assertThat(Requests.status(erp.reply(id))).isEqualTo("OK");
    }

    @Test
    void aMessageThatIsTooLargeIsNotRead() throws JMSException {
        erp.send("{\"remark\": \"" + "x".repeat(2_048) + "\"}");

        assertThat(((TextMessage) kept()).getText()).hasSizeGreaterThan(2_048);
    }

    @Test
    void aCorrelationIdThatNobodyCanKeepIsNotTakenIn() throws JMSException {
        erp.send(Requests.detail("D2", "CS1"), message -> message.setJMSCorrelationID("x".repeat(501)));
        assertThat(kept().getJMSCorrelationID()).hasSize(501);
        erp.send(Requests.detail("D2", "CS1"), message -> message.setJMSCorrelationID("x\u0000y"));
        assertThat(kept().getJMSCorrelationID()).isEqualTo("x\u0000y");
    }

    @Test
    void whatTheLedgerCannotTakeForAnyOtherReasonIsKeptAndDoesNotGoRound(CapturedOutput output) throws JMSException {
        bridge.ledger()
                .sql("alter table batch add constraint no_such check (header->>'batchNumber' <> 'POISON')")
                .update();
        try {
            erp.send(Requests.of("orders.detail", "POISON", ""));
            assertThat(((TextMessage) kept()).getText()).contains("POISON");
        } finally {
            bridge.ledger().sql("alter table batch drop constraint no_such").update();
        }
        assertThat(output).contains("it cannot be taken in: DataIntegrityViolationException");
        assertThat(bridge.ledger()
                        .sql("select count(*) from batch where header->>'batchNumber' = 'POISON'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsRefusedIsCountedAndNotAnswered() throws Exception {
        var context = bridge.bridge().bean(CamelContext.class);
        var route = context.getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedRoute("refuse-message");
        var before = route.getExchangesCompleted();
        erp.send((ErpQueue.Maker) session -> session.createObjectMessage("x"));
        kept();

        Awaitility.await().atMost(PATIENCE).until(() -> route.getExchangesCompleted() == before + 1);
        assertThat(erp.next(ErpQueue.REPLY, Duration.ofMillis(500))).isEmpty();
        assertThat(bridge.surroundings().broker().waiting(ErpQueue.REQUEST)).isZero();
    }

    private Message kept() {
        return erp.next(ErpQueue.REFUSED, PATIENCE)
                .orElseThrow(() -> new AssertionError("Nothing is kept in " + ErpQueue.REFUSED));
    }
}
