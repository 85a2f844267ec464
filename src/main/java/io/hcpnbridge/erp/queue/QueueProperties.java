package io.hcpnbridge.erp.queue;

import io.hcpnbridge.config.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * The ERP's queues ({@code erp.queue.*}); where the broker is stands in {@code spring.artemis.*}.
 *
 * @param request where requests come from; empty: there is none that tenants share
 * @param reply where answers go that no message wants elsewhere
 * @param replyQueues where else answers may go if a message wants it: names, in which {@code *} stands for one word between dots and
 *     {@code **} for any number of them; temporary queues need not be listed
 * @param event where changes go as events; empty: nowhere
 * @param refused where messages are kept that are refused without being read
 * @param passwordFile holds the broker's password, instead of {@code spring.artemis.password}
 * @param properties of messages that are let in, whatever their case; what they say is not read
 * @param consumers messages taken in at the same time from each queue
 * @param watchInterval milliseconds between looks whether the broker is there
 * @param maxMessageSize of a request's text
 * @param maxRecords of one request
 * @param maxAnswerSize an answer with more bytes is not sent; the ERP is told so
 * @param replyPause how long replies to a queue wait that took none
 */
@ConfigurationProperties("erp.queue")
public record QueueProperties(
        @DefaultValue("") String request,
        @DefaultValue("") String reply,
        @DefaultValue({}) List<String> replyQueues,
        @DefaultValue("") String event,
        @DefaultValue("") String refused,
        Path passwordFile,
        @DefaultValue({"interface", "tenant", "batchNumber"}) List<String> properties,
        @DefaultValue("2") int consumers,
        @DefaultValue("5000") int watchInterval,
        @DefaultValue("10MB") DataSize maxMessageSize,
        @DefaultValue("1000") int maxRecords,
        @DefaultValue("16MB") DataSize maxAnswerSize,
        @DefaultValue("10s") Duration replyPause) {
    public QueueProperties {
        var faults = new Faults();
        properties = List.copyOf(properties);
        replyQueues = List.copyOf(replyQueues);
        if (isSet(request) && !isSet(refused)) {
            refused = request + ".refused";
        }
        QueueRules.check(new QueueSet(null, request, reply, replyQueues, refused, event), "erp.queue.", faults);
        faults.require(maxRecords > 0, "erp.queue.max-records", "must be at least 1");
        faults.require(consumers > 0, "erp.queue.consumers", "must be at least 1");
        faults.require(watchInterval > 0, "erp.queue.watch-interval", "must be at least 1");
        faults.throwAny();
    }

    private static boolean isSet(String name) {
        return StringUtils.hasText(name);
    }
}
