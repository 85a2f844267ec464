package io.hcpnbridge.watch;

import io.hcpnbridge.partner.call.LaneSlots;
import io.hcpnbridge.partner.call.Pace;
import io.hcpnbridge.partner.call.Quotas;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Counts the slots that this process takes of each tenant's quota of an API, and how long they were waited for. */
@Component
@Primary
class CountedSlots implements LaneSlots {
    private static final int MINUTE = 60;

    private final LaneSlots slots;
    private final Quotas quotas;
    private final MeterRegistry meters;
    private final Map<Tags, Timer> lanes = new ConcurrentHashMap<>();

    CountedSlots(@Qualifier("sharedQuota") LaneSlots slots, Quotas quotas, MeterRegistry meters) {
        this.slots = slots;
        this.quotas = quotas;
        this.meters = meters;
    }

    @Override
    public Optional<Duration> take(String tenant, String api, Pace pace, Duration soonest, Duration longest) {
        var wait = slots.take(tenant, api, pace, soonest, longest);
        wait.ifPresent(time -> count(tenant, api, time));
        return wait;
    }

    private void count(String tenant, String api, Duration wait) {
        lanes.computeIfAbsent(Tags.of("tenant", tenant, "api", api), lane -> register(lane, api))
                .record(wait);
    }

    private Timer register(Tags lane, String api) {
        Gauge.builder("bridge.quota.calls.per.minute", () -> MINUTE * quotas.of(api))
                .description("Calls a minute that the quota lets through, all replicas together")
                .tags(lane)
                .register(meters);
        return Timer.builder("bridge.quota.slots")
                .description("Slots of the quota that this process has taken, and how far ahead they were")
                .tags(lane)
                .register(meters);
    }

    @Override
    public void slowDown(String tenant, String api) {
        slots.slowDown(tenant, api);
    }
}
