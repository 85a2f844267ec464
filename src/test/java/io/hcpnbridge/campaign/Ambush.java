package io.hcpnbridge.campaign;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * A strike that waits for its moment. It falls once, while the thread that sees the moment waits: what that thread does next comes
 * after it. Not on that thread itself, as a server interrupts it when its client dies.
 */
final class Ambush {
    private final Strike strike;
    private final BiFunction<Life, Boolean, Incident> blow;
    private final AtomicBoolean waiting = new AtomicBoolean(true);
    private final CompletableFuture<Incident> incident = new CompletableFuture<>();

    /** @param blow gets the victim and whether the moment came */
    Ambush(Strike strike, BiFunction<Life, Boolean, Incident> blow) {
        this.strike = strike;
        this.blow = blow;
    }

    Strike strike() {
        return strike;
    }

    boolean waitsFor(Moment moment) {
        return strike.moment() == moment && waiting.get();
    }

    boolean isWaiting() {
        return waiting.get();
    }

    /** The moment has come for this one; false if the strike has fallen already. */
    boolean fall(Life victim) {
        return fall(victim, true);
    }

    /** There was no such moment, or none was asked for. */
    boolean fallAnyway(Life victim) {
        return fall(victim, strike.moment() == Moment.AT_RANDOM);
    }

    private boolean fall(Life victim, boolean came) {
        if (!waiting.compareAndSet(true, false)) {
            return false;
        }
        incident.completeAsync(() -> blow.apply(victim, came))
                .handle((done, failure) -> null)
                .join();
        return true;
    }

    /** Whether it falls within that time. */
    boolean falls(Duration within) throws InterruptedException {
        try {
            incident.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once it has fallen. */
    Incident incident() {
        return incident.join();
    }
}
