package io.hcpnbridge.operate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down password guessing. An attempt is counted before its password is looked at, so that many at once are no more than many
 * one after the other: after five in a row whoever asks has to wait, twice as long after each further one, a quarter of a minute at
 * most. All strangers together have a hundred attempts a minute; whoever has logged in from a place before is none there.
 * Remembers the last thousand places, so that it cannot be made to fill the memory.
 */
final class LoginThrottle {
    private static final int FREE = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int REMEMBERED = 1_000;
    private static final int ALL_STRANGERS = 100;
    private static final Duration EACH_STRANGER = Duration.ofMillis(600);

    private record Attempts(int count, Instant until) {}

    /** The last so many. */
    private static final class Recent<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    private final Clock clock;
    private final Map<String, Attempts> attempts = new Recent<>();
    private final Map<String, Instant> known = new Recent<>();
    private Instant strangersUntil = Instant.EPOCH;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether an attempt from this place may be looked at now; if so, it has been counted. */
    synchronized boolean admits(String place) {
        var now = clock.instant();
        var before = attempts.get(place);
        if (before != null && now.isBefore(before.until()) || !known.containsKey(place) && !admitsStranger(now)) {
            return false;
        }
        int count = before == null ? 1 : before.count() + 1;
        attempts.remove(place);
        attempts.put(place, new Attempts(count, now.plus(pauseAfter(count))));
        return true;
    }

    /** The attempts so far are forgiven. */
    synchronized void succeeded(String place) {
        attempts.remove(place);
        known.remove(place);
        known.put(place, clock.instant());
    }

    /** Each takes a while out of a minute, which fills up again by itself. */
    private boolean admitsStranger(Instant now) {
        var from = strangersUntil.isBefore(now) ? now : strangersUntil;
        var until = from.plus(EACH_STRANGER);
        if (Duration.between(now, until).compareTo(EACH_STRANGER.multipliedBy(ALL_STRANGERS)) > 0) {
            return false;
        }
        strangersUntil = until;
        return true;
    }

    private static Duration pauseAfter(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - FREE, 4));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
