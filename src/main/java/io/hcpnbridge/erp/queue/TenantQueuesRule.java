package io.hcpnbridge.erp.queue;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.erp.ErpProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** A queue is one tenant's or shared, never both, and never two tenants'. */
@Component
class TenantQueuesRule implements SettingsRule {
    private static final String SHARED = "erp.queue.";

    @Override
    public void check(BoundSettings settings, Faults faults) {
        Map<String, QueueSet> sets = new LinkedHashMap<>();
        settings.group(QueueProperties.class).ifPresent(shared -> sets.put(SHARED, QueueSet.shared(shared)));
        settings.group(ErpProperties.class).ifPresent(erp -> new TreeMap<>(erp.tenants()).forEach((name, places) -> {
            if (places.queue() != null) {
                var prefix = "erp.tenants." + name + ".queue.";
                var own = QueueSet.of(name, places.queue());
                QueueRules.check(own, prefix, faults);
                sets.forEach((others, set) -> requireApart(own, prefix, set, others, faults));
                sets.put(prefix, own);
            }
        }));
    }

    private static void requireApart(QueueSet own, String prefix, QueueSet set, String others, Faults faults) {
        var theirs = QueueRules.names(set, others);
        QueueRules.names(own, prefix).forEach((property, name) -> {
            theirs.forEach((other, taken) ->
                    faults.require(!QueueName.same(name, taken), property, "must be another queue than " + other));
            faults.require(
                    set.owner() == null || !lists(set, name),
                    property,
                    "must be none of the queues that " + others + "reply-queues lists");
        });
        var listed = prefix + "reply-queues";
        theirs.forEach((other, taken) ->
                faults.require(!lists(own, taken), listed, "must not list a queue of another's: " + other));
        faults.require(
                set.owner() == null || own.replyQueues().stream().noneMatch(pattern -> lists(set, pattern)),
                listed,
                "must not list queues that " + others + "reply-queues lists, too");
    }

    private static boolean lists(QueueSet set, String name) {
        return set.replyQueues().stream().anyMatch(pattern -> QueueName.overlap(pattern, name));
    }
}
