package io.hcpnbridge.pulse;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Calls for the next turn of a route: one that waits is enough for all that come before the turn begins. */
final class WakeUps {
    private final BlockingQueue<Boolean> waiting = new ArrayBlockingQueue<>(1);

    void call() {
        waiting.offer(true);
    }

    /** Waits for a call, so long at most. */
    void await(long millis) throws InterruptedException {
        waiting.poll(millis, TimeUnit.MILLISECONDS);
    }
}
