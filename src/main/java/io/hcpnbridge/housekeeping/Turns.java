package io.hcpnbridge.housekeeping;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The turns of one route. Durations are of the monotonic clock, as the other one may jump; the time of the last good turn is told to
 * people.
 */
final class Turns {
    /** A thread that waits uses less, even if it looks now and then whether it may go on. */
    private static final long WORKED = Duration.ofMillis(1).toNanos();

    private Instant lastGood;
    private long quietSince;
    private long dueAt;
    private boolean dueKnown;
    private long thread;
    private long processor;
    private int failures;
    private long failingSince;
    private String failure = "";

    Turns(Instant now, long nanos) {
        lastGood = now;
        awaitNext(nanos);
    }

    /** The first turn after a start is awaited. */
    synchronized void started(long nanos) {
        failures = 0;
        awaitNext(nanos);
    }

    synchronized void begun(long nanos, long threadId, long processorNanos) {
        thread = threadId;
        processor = processorNanos;
        quietSince = nanos;
    }

    synchronized void endedWell(Instant now, long nanos) {
        lastGood = now;
        failures = 0;
        awaitNext(nanos);
    }

    synchronized void failed(Throwable cause, long nanos) {
        if (failures++ == 0) {
            failingSince = nanos;
        }
        failure = cause.getClass().getSimpleName();
        awaitNext(nanos);
    }

    /** Nobody looked for a while, as the whole process stood still: what it missed meanwhile is not held against the route. */
    synchronized void stoodStill(long nanos) {
        quietSince = nanos;
        failingSince = Math.max(failingSince, nanos);
        dueKnown = false;
    }

    /** The thread of the turn under way; 0 between turns. */
    synchronized long thread() {
        return thread;
    }

    /** How much processor time the thread of the turn under way has used by now. */
    synchronized void used(long processorNanos, long nanos) {
        if (thread != 0 && processorNanos - processor >= WORKED) {
            processor = processorNanos;
            quietSince = nanos;
        }
    }

    synchronized boolean needsDue() {
        return thread == 0 && !dueKnown;
    }

    synchronized void due(long nanos) {
        if (needsDue()) {
            dueAt = nanos;
            dueKnown = true;
        }
    }

    /** What is wrong, if it has been so for longer than the patience. */
    synchronized Optional<Overdue> overdue(Duration patience, long nanos) {
        if (thread != 0 && late(quietSince, patience, nanos)) {
            return Optional.of(
                    new Overdue(lastGood, "a turn that has begun does not go on", quiet(quietSince, nanos), true));
        }
        if (thread == 0 && dueKnown && late(dueAt, patience, nanos)) {
            return Optional.of(new Overdue(lastGood, "a turn that is due does not begin", quiet(dueAt, nanos), true));
        }
        // One failure of a route that seldom has its turn proves nothing.
        return failures > 1 && late(failingSince, patience, nanos)
                ? Optional.of(new Overdue(lastGood, "its turns fail: " + failure, quiet(failingSince, nanos), false))
                : Optional.empty();
    }

    private void awaitNext(long nanos) {
        thread = 0;
        dueKnown = false;
        quietSince = nanos;
    }

    private static boolean late(long since, Duration patience, long nanos) {
        return nanos - since > patience.toNanos();
    }

    private static Duration quiet(long since, long nanos) {
        return Duration.ofNanos(nanos - since);
    }
}
