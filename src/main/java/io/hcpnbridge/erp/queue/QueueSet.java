package io.hcpnbridge.erp.queue;

import io.hcpnbridge.erp.TenantPlaces;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/**
 * The queues of one tenant, or those that tenants share.
 *
 * @param owner the tenant; null: they are shared
 * @param request empty: there is none
 * @param replyQueues patterns of queues that messages from {@code request} may want their replies in
 * @param event empty: there is none
 */
public record QueueSet(
        String owner, String request, String reply, List<String> replyQueues, String refused, String event) {
    static QueueSet shared(QueueProperties queues) {
        return new QueueSet(
                null, queues.request(), queues.reply(), queues.replyQueues(), queues.refused(), queues.event());
    }

    static QueueSet of(String tenant, TenantPlaces.Queues queues) {
        return new QueueSet(
                tenant, queues.request(), queues.reply(), queues.replyQueues(), queues.refused(), queues.event());
    }

    /** Whether messages come in by it. */
    boolean listens() {
        return StringUtils.hasText(request);
    }

    /** Whether it is one of these by its name. */
    boolean has(String name) {
        return Stream.of(request, reply, refused, event).anyMatch(ours -> QueueName.same(ours, name));
    }

    /** Whether what lies there comes back to the adapter, or is something else than replies. */
    boolean isNoneForReplies(String name) {
        return Stream.of(request, refused, event).anyMatch(ours -> QueueName.same(ours, name));
    }

    boolean lists(String name) {
        return replyQueues.stream().anyMatch(pattern -> QueueName.matches(pattern, name));
    }

    /** Whether another tenant must keep out. */
    boolean claims(String name) {
        return has(name) || owner != null && replyQueues.stream().anyMatch(pattern -> QueueName.overlap(pattern, name));
    }
}
