package io.hcpnbridge.erp.queue;

import io.hcpnbridge.config.Faults;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.StringUtils;

/** What the names of one set of queues must be, whoever's they are. */
final class QueueRules {
    private QueueRules() {}

    /** @param prefix of the settings' names, with its dot */
    static void check(QueueSet queues, String prefix, Faults faults) {
        faults.require(
                queues.replyQueues().stream().allMatch(QueueName::isPattern),
                prefix + "reply-queues",
                "must list names of queues, in which * stands for one word between dots and ** for any number of them");
        var named = names(queues, prefix);
        if (queues.listens()) {
            faults.require(
                    StringUtils.hasText(queues.reply()),
                    prefix + "reply",
                    "must be set together with " + prefix + "request");
            requireOther(queues.reply(), prefix + "reply", queues, prefix, faults);
            faults.require(
                    !QueueName.same(queues.refused(), queues.request()),
                    prefix + "refused",
                    "must be another queue than " + prefix + "request");
        }
        named.forEach((property, name) -> QueueName.require(faults, property, name));
        if (StringUtils.hasText(queues.event())) {
            requireOther(queues.event(), prefix + "event", queues, prefix, faults);
        }
    }

    /** Those that are set and used, by setting. */
    static Map<String, String> names(QueueSet queues, String prefix) {
        var named = new LinkedHashMap<String, String>();
        if (queues.listens()) {
            named.put(prefix + "request", queues.request());
            named.put(prefix + "reply", queues.reply());
            named.put(prefix + "refused", queues.refused());
        }
        named.put(prefix + "event", queues.event());
        named.values().removeIf(name -> !StringUtils.hasText(name));
        return named;
    }

    private static void requireOther(String name, String property, QueueSet queues, String prefix, Faults faults) {
        faults.require(
                !StringUtils.hasText(name)
                        || !QueueName.same(name, queues.request()) && !QueueName.same(name, queues.refused()),
                property,
                "must be another queue than " + prefix + "request and " + prefix + "refused");
    }
}
