package io.hcpnbridge.partner.call;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The slots of one process, where there is no ledger. */
final class SlotsInMemory implements LaneSlots {
    private final Map<String, SlotModel> lanes = new HashMap<>();
    private final Set<String> full = new HashSet<>();
    private RuntimeException fault;

    /** From now on the line for this API is too long for one more. */
    synchronized void fill(String api) {
        full.add(api);
    }

    /** From now on there is no agreeing on slots; null ends that. */
    synchronized void failWith(RuntimeException next) {
        fault = next;
    }

    @Override
    public void slowDown(String tenant, String api) {
        // Nobody learns here.
    }

    @Override
    public synchronized Optional<Duration> take(
            String tenant, String api, Pace pace, Duration soonest, Duration longest) {
        if (fault != null) {
            throw fault;
        }
        if (full.contains(api)) {
            return Optional.empty();
        }
        long now = TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
        return lanes.computeIfAbsent(tenant + ":" + api, lane -> new SlotModel())
                .take(now, pace, soonest, longest)
                .map(micros -> Duration.ofMillis((micros - now + 999) / 1_000));
    }
}
