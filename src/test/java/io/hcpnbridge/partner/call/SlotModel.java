package io.hcpnbridge.partner.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arithmetic of slots as plainly as it can be said: all slots ever taken in a lane, times in microseconds. */
final class SlotModel {
    private final List<Long> taken = new ArrayList<>();

    /** The next slot; empty if the last one taken is further ahead than {@code longest}. */
    Optional<Long> take(long now, Pace pace, Duration soonest, Duration longest) {
        long slot = now + soonest.toNanos() / 1_000;
        if (!taken.isEmpty()) {
            long last = taken.get(taken.size() - 1);
            if (last > now + longest.toNanos() / 1_000) {
                return Optional.empty();
            }
            slot = Math.max(slot, last + pace.within().toNanos() / 1_000 * 9 / 10 / pace.calls());
        }
        if (taken.size() >= pace.calls()) {
            long first = taken.get(taken.size() - pace.calls());
            slot = Math.max(slot, first + pace.within().toNanos() / 1_000);
        }
        taken.add(slot);
        return Optional.of(slot);
    }
}
