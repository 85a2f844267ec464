package io.hcpnbridge.endtoend.queues;

import static io.hcpnbridge.endtoend.queues.Requests.detail;
import static io.hcpnbridge.endtoend.queues.Requests.json;
import static io.hcpnbridge.endtoend.queues.Requests.renewal;
import static io.hcpnbridge.endtoend.queues.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.Broker;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message that can be read gets one reply: where it wants it, recognisable, whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepliesTest {
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.withQueues().knowCustomer("c1");
        surroundings.set("erp.queue.max-records", "40").set("erp.queue.max-answer-size", "2MB");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings
                .partner()
                .orders(
                        "c1",
                        6_000,
                        Instant.parse("2023-01-01T00:00:00Z"),
                        Duration.ofMinutes(5),
                        (n, order) -> order.id("CS-MANY-" + n));
        for (int i = 0; i < 40; i++) {
            surroundings.partner().resource("c1", "r" + i, resource -> resource);
        }
    });
    private final ErpQueue erp = bridge.queue();

    @AfterAll
    void nothingIsLeftBehind() {
        assertThat(bridge.surroundings().broker().waiting(ErpQueue.REQUEST)).isZero();
        assertThat(bridge.surroundings().broker().waiting("dead")).isZero();
        bridge.close();
    }

    @Test
    void withoutAReplyToTheConfiguredQueueGetsTheAnswerWithTheMessageId() throws JMSException {
        var id = erp.send(detail("D1", "CS1"));
        var reply = erp.reply(id);

        assertThat(status(reply)).isEqualTo("OK");
        assertThat(reply.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
        List<?> names = Collections.list(reply.getPropertyNames());
        assertThat(names.stream().map(Object::toString))
                .filteredOn(name -> !name.startsWith("JMSX"))
                .containsExactlyInAnyOrder("interface", "tenant", "status", "edition", "_AMQ_DUPL_ID");
        assertThat(reply.getStringProperty("interface")).isEqualTo("orders.detail");
        assertThat(reply.getStringProperty("tenant")).isEqualTo("acme");
        assertThat(reply.getStringProperty("status")).isEqualTo("answered");
        assertThat(reply.getStringProperty("edition")).isEqualTo("final");
    }

    @Test
    void aReplyGoesWhereItIsWantedWithTheCorrelationIdOfTheRequest() {
        erp.send(detail("D2", "CS1"), message -> {
            message.setJMSReplyTo(erp.queue("erp.desk.7"));
            message.setJMSCorrelationID("采购 7");
        });

        assertThat(status(erp.reply("erp.desk.7", "采购 7"))).isEqualTo("OK");
    }

    @Test
    void aTemporaryQueueCanBeWaitedAt() {
        var desk = erp.temporaryQueue();
        var id = erp.send(detail("D3", "CS1"), message -> message.setJMSReplyTo(desk));

        assertThat(erp.reply(desk, id, Duration.ofSeconds(30))).isPresent();
    }

    @Test
    void theSameContentAgainGetsTheSameAnswerWithoutACall() {
        var request = renewal("R0", "c1", "r0");
        var first = erp.ask(request);
        var calls = bridge.partner().journal().total();

        assertThat(erp.ask(request)).isEqualTo(first);
        assertThat(bridge.partner().journal().total()).isEqualTo(calls);
    }

    @Test
    void theSameMessageAgainGetsNoSecondReply() {
        var request = renewal("R1", "c1", "r1");
        erp.sendWithoutId(request);
        var first = erp.next(ErpQueue.REPLY, Duration.ofSeconds(30));
        erp.sendWithoutId(request);
        erp.sendWithoutId(request);

        assertThat(first).isPresent();
        assertThat(erp.next(ErpQueue.REPLY, SHORT)).isEmpty();
        assertThat(bridge.partner().journal().placedRenewals("r1")).isOne();
    }

    @Test
    void aHundredMessagesInAnyOrderGetAHundredReplies() {
        var ids = new ArrayList<String>();
        for (int i = 2; i < 40; i++) {
            ids.add(erp.send(renewal("R" + i, "c1", "r" + i)));
            ids.add(erp.send(detail("E" + i, "CS1")));
        }
        Collections.reverse(ids);

        assertThat(ids).allSatisfy(id -> assertThat(status(erp.reply(id))).isEqualTo("OK"));
        assertThat(IntStream.range(2, 40).map(i -> bridge.partner().journal().placedRenewals("r" + i)))
                .containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "{\"tenant\": \"acme\"}",
                "{\"interface\": \"orders.detail\", \"tenant\": \"acme\"",
                "{\"interface\": \"orders.refund\", \"tenant\": \"acme\", \"records\": []}",
                "{\"interface\": \"../orders.list\"}",
                "{\"interface\": {\"a\": 1}}",
                "{\"interface\": \"orders.detail\", \"interface\": \"orders.renew\"}",
                "{\"interface\": \"orders.detail\", \"tenant\": \"nobody\", \"batchNumber\": \"B\","
                        + " \"createdAt\": \"2024-05-01T00:00:00Z\", \"records\": []}",
                "{\"interface\": \"x\\u0000y\", \"te\\u0000nant\": \"\\ud800\"}"
            })
    void whatCannotBeTakenInIsRefusedWithTheReason(String request) throws JMSException {
        var reply = erp.reply(erp.send(request));

        assertThat(reply.getStringProperty("status")).isEqualTo("refused");
        assertThat(json(reply).get("refused").asBoolean()).isTrue();
        assertThat(json(reply).get("problems"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.path("rule").asText()).isNotBlank());
    }

    @Test
    void everyProblemOfEveryRecordIsInTheRefusal() {
        var reply = json(
                erp.reply(
                        erp.send(
                                Requests.of(
                                        "orders.detail",
                                        "B1",
                                        "{\"document\": \"F1\"}, {\"document\": \"F2\", \"orderId\": \"?\"}, {\"document\": \"F2\", \"orderId\": \"CS1\"}"))));

        assertThat(reply.get("batchNumber").asText()).isEqualTo("B1");
        assertThat(reply.get("problems")
                        .valueStream()
                        .map(problem -> problem.get("record") + " " + problem.get("field")))
                .containsExactlyInAnyOrder("1 \"orderId\"", "2 \"orderId\"", "3 \"document\"");
    }

    @Test
    void moreRecordsThanAllowedAreRefused() {
        var records = String.join(
                ",",
                IntStream.range(0, 41)
                        .mapToObj(i -> "{\"document\": \"G%d\", \"orderId\": \"CS1\"}".formatted(i))
                        .toList());

        assertThat(erp.ask(Requests.of("orders.detail", "B2", records))).contains("must be at most 40 records");
    }

    @Test
    void afterTheFirstRecordTooManyNoneIsLookedAt() {
        var records = "{\"document\": \"M%1$d\"}";
        var all = String.join(
                ",", IntStream.rangeClosed(1, 100).mapToObj(records::formatted).toList());

        var refusal = erp.ask(Requests.of("orders.detail", "B3", all));

        assertThat(refusal)
                .contains("\"record\":40")
                .doesNotContain("\"record\":42")
                .contains("must be at most 40 records");
    }

    @Test
    void aLargeAnswerArrivesWhole() {
        var reply = json(erp.reply(erp.send(list("L1", "2023-01-01T00:00:00Z", "2023-01-15T00:00:00Z"))));

        assertThat(reply.at("/results/0/rows")).hasSizeGreaterThan(3_000);
        assertThat(reply.at("/totals/rows").asInt())
                .isEqualTo(reply.at("/results/0/rows").size());
    }

    @Test
    void anAnswerOfSomeHundredRowsIsPartOfTheBrokersJournal() {
        var broker = bridge.surroundings().broker();
        erp.send(
                list("L3", "2023-01-01T00:00:00Z", "2023-01-02T00:00:00Z"),
                message -> message.setJMSReplyTo(erp.queue("erp.desk.8")));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> broker.waiting("erp.desk.8") == 1);

        assertThat(broker.keptInFiles("erp.desk.8")).isZero();
        var reply = ErpQueue.text(erp.next("erp.desk.8", SHORT).orElseThrow());
        assertThat(reply).hasSizeBetween(100_000, 200_000);
    }

    @Test
    void anAnswerTooLargeForAMessageIsAnnouncedInsteadOfSent() throws JMSException {
        var reply = erp.reply(erp.send(list("L2", "2023-01-01T00:00:00Z", "2023-12-15T00:00:00Z")));

        assertThat(reply.getStringProperty("status")).isEqualTo("too-large");
        assertThat(json(reply).get("tooLarge").asBoolean()).isTrue();
        assertThat(json(reply).get("bytes").asLong()).isGreaterThan(2 * 1024 * 1024);
    }

    @Test
    void aReplyNeverGoesWhereMessagesComeFrom() {
        var wishes =
                List.of(ErpQueue.REQUEST, "ERP.Request", ErpQueue.REFUSED, "topic:x", "a::b", "activemq.management");
        for (int i = 0; i < wishes.size(); i++) {
            var number = i;
            var id = erp.send(detail("H" + i, "CS1"), message -> message.setJMSReplyTo(erp.queue(wishes.get(number))));
            assertThat(status(erp.reply(id))).as(wishes.get(i)).isEqualTo("OK");
        }
    }

    /** The adapter's login may write to more queues than replies may go to. */
    @ParameterizedTest
    @ValueSource(strings = {"orders.of.the.shop", "erp.desks", "erp.desk", "erp.desk.7.more", "ERP.DESK.7"})
    void aReplyGoesToNoQueueThatIsNotListed(String wished) {
        var id = erp.send(detail("N-" + wished, "CS1"), message -> message.setJMSReplyTo(erp.queue(wished)));

        assertThat(status(erp.reply(id))).isEqualTo("OK");
        assertThat(erp.next(wished, Duration.ofMillis(100))).isEmpty();
    }

    /** Whoever writes a message also writes of what kind the queue is that it names. */
    @Test
    void aQueueThatIsOnlyCalledTemporaryGetsNoReply() {
        var id = erp.send(
                detail("T1", "CS1"),
                message -> message.setJMSReplyTo(ActiveMQDestination.createTemporaryQueue("orders.of.the.shop")));

        assertThat(status(erp.reply(id))).isEqualTo("OK");
    }

    @Test
    void aQueueThatCannotBeReachedIsReplacedByTheConfiguredOne() {
        var id = erp.send(detail("I1", "CS1"), message -> message.setJMSReplyTo(erp.queue(Broker.FORBIDDEN + "desk")));

        assertThat(status(erp.reply(id))).isEqualTo("OK");
    }

    @Test
    void aFullQueueKeepsOnlyItsOwnRepliesWaiting() {
        var full = Broker.FULL + "desk";
        for (int i = 0; i < 12; i++) {
            erp.send(detail("J" + i, "CS1"), message -> message.setJMSReplyTo(erp.queue(full)));
        }
        assertThat(status(erp.reply(erp.send(detail("K1", "CS1"))))).isEqualTo("OK");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> owed() > 0 && owed() < 12);

        List<Message> replies = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> {
            erp.next(full, Duration.ofMillis(300)).ifPresent(replies::add);
            return replies.size() == 12;
        });
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> owed() == 0);
        assertThat(erp.next(full, SHORT)).isEmpty();
    }

    private int owed() {
        return bridge.ledger()
                .sql("select count(*) from arrival where delivered_at is null")
                .query(Integer.class)
                .single();
    }

    private static String list(String document, String from, String to) {
        return Requests.of(
                "orders.list",
                document,
                "{\"document\": \"%s\", \"customerId\": \"c1\", \"createdFrom\": \"%s\", \"createdTo\": \"%s\"}"
                        .formatted(document, from, to));
    }
}
