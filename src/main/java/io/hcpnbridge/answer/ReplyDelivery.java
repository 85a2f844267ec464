package io.hcpnbridge.answer;

import io.hcpnbridge.erp.queue.BrokerWatch;
import io.hcpnbridge.erp.queue.ErpQueues;
import io.hcpnbridge.erp.queue.QueueHeaders;
import io.hcpnbridge.erp.queue.QueueProperties;
import io.hcpnbridge.erp.queue.TemporaryQueues;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.language.ErpLanguage;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.Delivery;
import io.hcpnbridge.ledger.DeliveryLedger;
import io.hcpnbridge.replica.Replica;
import io.hcpnbridge.text.Words;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.jms.JmsConstants;
import org.springframework.stereotype.Component;

/** Hands composed answers to the route that sends them as replies, and notes that the broker has them. */
@Component("replyDelivery")
public class ReplyDelivery {
    private static final int AT_A_TIME = 20;
    /** What a replica that lives has not delivered for so long is tried once more. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DeliveryLedger ledger;
    private final Replica replica;
    private final AnswerPlaces places;
    private final ErpQueues queues;
    private final TemporaryQueues temporary;
    private final QueueProperties settings;
    private final BrokerWatch broker;
    private final ReplyQueues state;
    private final ErpLanguage language;
    /** The last arrival that was tried: replies that cannot be delivered do not keep those behind them waiting. */
    private volatile long tried;

    ReplyDelivery(
            DeliveryLedger ledger,
            Replica replica,
            AnswerPlaces places,
            ErpQueues queues,
            TemporaryQueues temporary,
            QueueProperties settings,
            BrokerWatch broker,
            ReplyQueues state,
            ErpLanguage language) {
        this.ledger = ledger;
        this.replica = replica;
        this.places = places;
        this.queues = queues;
        this.temporary = temporary;
        this.settings = settings;
        this.broker = broker;
        this.state = state;
        this.language = language;
    }

    /** Replies that are owed to the ERP, oldest first; none while the broker is gone, none to queues that rest. */
    public List<Delivery> due() {
        if (!broker.mayBeThere()) {
            return List.of();
        }
        var taken = replica.holder()
                .map(holder -> ledger.takeDeliverable(Arrival.QUEUE, places.queues(), tried, AT_A_TIME, holder, LEASE))
                .orElse(List.of());
        tried = taken.isEmpty() ? 0 : taken.get(taken.size() - 1).arrival();
        var due = new ArrayList<Delivery>();
        for (var delivery : taken) {
            if (state.rests(queue(delivery))) {
                ledger.release(delivery.arrival());
            } else {
                due.add(delivery);
            }
        }
        return due;
    }

    /** Makes the answer the message, with everything that tells the ERP what it answers. */
    public void open(@Body Delivery delivery, Exchange exchange) throws IOException, JMSException {
        exchange.setProperty("delivery", delivery);
        var wished = delivery.to().replyTo();
        var queue = wished != null && !temporary.isThere(wished) ? reply(delivery) : queue(delivery);
        exchange.setProperty("replyQueue", queue);
        var size = ledger.size(delivery.batch(), delivery.edition());
        var tooLarge = size > settings.maxAnswerSize().toBytes();
        var message = exchange.getMessage();
        message.setBody(tooLarge ? tooLarge(delivery, size) : text(delivery));
        message.setHeader(JmsConstants.JMS_DESTINATION_NAME, queue);
        message.setHeader("JMSCorrelationID", delivery.to().correlationId());
        message.setHeader("traceparent", delivery.to().traceParent());
        message.setHeader("interface", delivery.interfaceName());
        message.setHeader("tenant", delivery.tenant());
        message.setHeader("status", delivery.refused() ? "refused" : tooLarge ? "too-large" : "answered");
        message.setHeader("edition", delivery.interim() ? "interim" : "final");
        message.setHeader(QueueHeaders.DUPLICATE_ID, unique(delivery));
    }

    /** The broker has the reply on disk. */
    public void markDelivered(
            @ExchangeProperty("delivery") Delivery delivery, @ExchangeProperty("replyQueue") String queue) {
        ledger.markDelivered(delivery.arrival());
        state.worked(queue);
    }

    /** The reply stays owed. */
    public void release(
            @ExchangeProperty("delivery") Delivery delivery,
            @ExchangeProperty("replyQueue") String queue,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        if (delivery != null) {
            state.failed(queue == null ? queue(delivery) : queue, failure);
            ledger.release(delivery.arrival());
        }
    }

    /** The reply, if there is one, was not tried; anyone may send it. */
    public void giveBack(@ExchangeProperty("delivery") Delivery delivery) {
        if (delivery != null) {
            ledger.release(delivery.arrival());
        }
    }

    /** Where the message wants its reply, or to its owner's queue if it says nothing, may not say so, or that one cannot be reached. */
    private String queue(Delivery delivery) {
        var wished = delivery.to().replyTo();
        if (wished == null) {
            return reply(delivery);
        }
        var name = temporary.name(wished);
        return state.isUnreachable(name)
                        || !queues.mayReply(wished, delivery.to().owner())
                ? reply(delivery)
                : name;
    }

    private String reply(Delivery delivery) {
        return queues.reply(delivery.to().owner());
    }

    private String text(Delivery delivery) throws IOException {
        try (var answer = ledger.open(delivery.batch(), delivery.edition())) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String tooLarge(Delivery delivery, long size) {
        var text = Words.of(
                "The answer has %s bytes, a reply may have %s. Everything was carried out: send the same documents in a file and get the"
                        + " same results.",
                "应答有 %s 字节，而一条回复最多 %s 字节。所有单据均已处理：请用文件发送相同的单据，即可得到相同的结果。",
                size,
                settings.maxAnswerSize().toBytes());
        var notice = ExactJson.mapper()
                .createObjectNode()
                .put("interface", delivery.interfaceName())
                .put("tenant", delivery.tenant())
                .put("tooLarge", true)
                .put("bytes", size)
                .put("text", language.of(delivery.tenant()).of(text));
        return ExactJson.text(notice);
    }

    /** The same for every attempt to send this reply, for no other reply of any adapter. */
    private static String unique(Delivery delivery) {
        var what = delivery.arrival() + " " + delivery.edition() + " "
                + delivery.to().name();
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
