package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.Precedence;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lines in which calls of this process wait for slots of their lanes, one for each precedence. What is not urgent takes a slot only when
 * few are taken ahead, by whatever replica, so that an urgent call never waits for more than these. The first in each line need not wait
 * for ever: after so many slots of others it is as urgent as any.
 */
final class LaneLines {
    private static final Duration LONGEST_PATIENCE = LaneQuota.LONGEST_WAIT.dividedBy(2);
    private static final long MOST_MILLIS_BETWEEN_LOOKS = 100;

    private final Map<Line, ReentrantLock> lines = new ConcurrentHashMap<>();
    private final LaneSlots slots;

    LaneLines(LaneSlots slots) {
        this.slots = slots;
    }

    private record Line(String tenant, String api, Precedence precedence) {}

    /** How far ahead slots may be taken when one of these takes another, and how many slots its first lets go by. */
    private record Manners(Duration ahead, int patience) {
        static Manners of(Precedence precedence) {
            return switch (precedence) {
                case MESSAGE -> new Manners(LaneQuota.LONGEST_WAIT, 0);
                case WRITE -> new Manners(Duration.ofMillis(800), 3);
                case READ -> new Manners(Duration.ofMillis(600), 10);
                case PULL -> new Manners(Duration.ofMillis(300), 30);
            };
        }
    }

    /** Waits for the call's turn and takes a slot; empty if that would take too long. */
    Optional<Duration> take(PartnerCall call, Pace pace, Duration soonest) {
        if (call.precedence() == Precedence.MESSAGE) {
            return slots.take(call.tenant(), call.request().api(), pace, soonest, LaneQuota.LONGEST_WAIT);
        }
        var end = System.nanoTime() + LaneQuota.LONGEST_WAIT.toNanos();
        var line = lines.computeIfAbsent(
                new Line(call.tenant(), call.request().api(), call.precedence()), none -> new ReentrantLock(true));
        try {
            if (!line.tryLock(LaneQuota.LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return takeAsFirst(call, pace, soonest, end);
            } finally {
                line.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Duration> takeAsFirst(PartnerCall call, Pace pace, Duration soonest, long end)
            throws InterruptedException {
        var manners = Manners.of(call.precedence());
        var patience = pace.even().multipliedBy(manners.patience());
        var patient = System.nanoTime() + Math.min(patience.toNanos(), LONGEST_PATIENCE.toNanos());
        while (true) {
            var now = System.nanoTime();
            var longest = now - patient < 0 ? manners.ahead() : LaneQuota.LONGEST_WAIT;
            var slot = slots.take(call.tenant(), call.request().api(), pace, soonest, longest);
            if (slot.isPresent() || now - end >= 0) {
                return slot;
            }
            TimeUnit.MILLISECONDS.sleep(Math.max(1, Math.min(pace.even().toMillis(), MOST_MILLIS_BETWEEN_LOOKS)));
        }
    }
}
