package io.hcpnbridge.erp.queue;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.erp.ErpTenants;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsConstants;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The names of the ERP's queues, for the routes, and which queue a message may want its reply in. */
@LeavesForRoutes("refusedQueue")
@Component("erpQueues")
public class ErpQueues {
    /** The exchange property that says whose queue a message came from: a tenant, or {@link #SHARED}. */
    public static final String QUEUES_OF = "queuesOf";

    /** No tenant's name. */
    static final String SHARED = "*";

    /** Stands in routes where tenants share none: each message is sent to its owner's. */
    private static final String NONE = "none";

    private final ErpTenants tenants;
    private final QueueSet shared;
    private final List<QueueSet> all = new ArrayList<>();

    ErpQueues(QueueProperties queues, ErpTenants tenants) {
        this.tenants = tenants;
        shared = QueueSet.shared(queues);
        all.add(shared);
        tenants.withQueues()
                .forEach(tenant ->
                        all.add(QueueSet.of(tenant, tenants.queues(tenant).orElseThrow())));
    }

    /** Whether there are queues for requests: otherwise there is no route of theirs. */
    public boolean configured() {
        return all.stream().anyMatch(QueueSet::listens);
    }

    /** Whether changes become events for anybody. */
    public boolean eventsConfigured() {
        return all.stream().anyMatch(set -> StringUtils.hasText(set.event()));
    }

    public String reply() {
        return orNone(shared.reply());
    }

    public String event() {
        return orNone(shared.event());
    }

    public String refused() {
        return orNone(shared.refused());
    }

    /** Those by which messages come in: what is shared first. */
    List<QueueSet> listening() {
        return all.stream().filter(QueueSet::listens).toList();
    }

    /** The tenants by whose own queues messages come in. */
    public List<String> owners() {
        return listening().stream()
                .map(QueueSet::owner)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whose queues an exchange of a route is about: a tenant, or null if they are shared. */
    public static String owner(Exchange exchange) {
        var of = exchange.getProperty(QUEUES_OF, String.class);
        return of == null || of.equals(SHARED) ? null : of;
    }

    /** Where the events of a tenant go; empty: nowhere. */
    public Optional<String> event(String tenant) {
        return Optional.of(tenants.mayShare(tenant) ? shared.event() : "")
                .map(common -> tenants.queues(tenant)
                        .map(own -> own.event())
                        .filter(StringUtils::hasText)
                        .orElse(common))
                .filter(StringUtils::hasText);
    }

    /** The queue for replies that no message wants elsewhere. */
    public String reply(String owner) {
        return set(owner).reply();
    }

    /** Sends the message on to the queue in which its owner's refused messages are kept. */
    public void nameRefused(Exchange exchange) {
        var queue = set(owner(exchange)).refused();
        exchange.setProperty("refusedQueue", queue);
        exchange.getIn().setHeader(JmsConstants.JMS_DESTINATION_NAME, queue);
    }

    /**
     * The name of the queue that a message wants its reply in; empty if a reply must not go there: to a topic, to a name that is more
     * than a name, to a queue whose messages come back to the adapter, among the events, to a queue of another tenant's, or to one that
     * is not on the list. Read it with {@link TemporaryQueues}.
     *
     * @param owner whose queue the message came from; null: it is shared
     */
    public Optional<String> replyQueue(Destination wished, String owner) throws JMSException {
        if (!(wished instanceof Queue queue) || queue.getQueueName() == null) {
            return Optional.empty();
        }
        var name = queue.getQueueName();
        if (!QueueName.isPlain(name) || isClosed(name, owner)) {
            return Optional.empty();
        }
        return Optional.of(wished instanceof TemporaryQueue ? TemporaryQueues.marked(name) : name)
                .filter(marked -> mayReply(marked, owner));
    }

    /** Whether replies to a message may go there: to its owner's queue, to a temporary one, and to what the owner's list has. */
    public boolean mayReply(String wished, String owner) {
        var own = set(owner);
        return TemporaryQueues.isMarked(wished)
                || wished.equals(own.reply())
                || own.lists(wished) && !isClosed(wished, owner);
    }

    private boolean isClosed(String name, String owner) {
        var own = set(owner);
        return own.isNoneForReplies(name) || all.stream().anyMatch(set -> set != own && set.claims(name));
    }

    private QueueSet set(String owner) {
        return all.stream()
                .filter(set -> owner == null ? set == shared : owner.equals(set.owner()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(owner + " has no queues of its own any more"));
    }

    private static String orNone(String name) {
        return name.isEmpty() ? NONE : name;
    }
}
