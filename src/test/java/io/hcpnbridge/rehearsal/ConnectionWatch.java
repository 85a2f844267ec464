package io.hcpnbridge.rehearsal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the sockets of a process again and again, often enough to see those that are open for a moment only. */
public final class ConnectionWatch implements AutoCloseable {
    private static final int MILLISECONDS = 10;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private Connections seen = Connections.none();

    private ConnectionWatch(long pid) {
        var unused =
                looks.scheduleWithFixedDelay(() -> note(Connections.of(pid)), 0, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    public static ConnectionWatch of(BridgeProcess process) {
        return new ConnectionWatch(process.pid());
    }

    private synchronized void note(Connections now) {
        seen = seen.and(now);
    }

    /** Everything that was open at one time or another. */
    public synchronized Connections seen() {
        return seen;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
