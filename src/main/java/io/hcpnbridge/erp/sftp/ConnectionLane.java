package io.hcpnbridge.erp.sftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Up to so many connections for one purpose, handed out first come, first served; those that idle are kept for a while. */
class ConnectionLane {
    private final ConnectionSource source;
    private final Semaphore free;
    private final Deque<ErpConnection> idle = new ArrayDeque<>();
    private final Set<ErpConnection> busy = ConcurrentHashMap.newKeySet();

    ConnectionLane(ConnectionSource source, int most) {
        this.source = source;
        this.free = new Semaphore(most, true);
    }

    <T> T use(ErpConnections.Use<T> use) throws IOException {
        acquire();
        try {
            var connection = take();
            busy.add(connection);
            connection.progress();
            var healthy = false;
            try {
                var result = use.on(connection);
                healthy = true;
                return result;
            } catch (ServerRefusal refusal) {
                healthy = true;
                throw refusal;
            } catch (ServerTrouble trouble) {
                source.broke(trouble);
                throw trouble;
            } finally {
                busy.remove(connection);
                giveBack(connection, healthy);
            }
        } finally {
            free.release();
        }
    }

    private void acquire() throws InterruptedIOException {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("no connection was free before the end");
        }
    }

    private ErpConnection take() throws IOException {
        for (var known = next(); known != null; known = next()) {
            if (known.isOpen()) {
                return known;
            }
            known.close();
        }
        return source.open();
    }

    private synchronized ErpConnection next() {
        return idle.pollLast();
    }

    private void giveBack(ErpConnection connection, boolean healthy) {
        if (healthy && connection.isOpen()) {
            synchronized (this) {
                idle.addLast(connection);
            }
        } else {
            connection.close();
        }
    }

    /** When the server answered last on a connection that is in use. */
    Optional<Instant> progress() {
        return busy.stream().map(ErpConnection::lastProgress).max(Comparator.naturalOrder());
    }

    /** Closes those that nobody has used for so long. */
    void closeIdle(Instant since) {
        var old = new ArrayDeque<ErpConnection>();
        synchronized (this) {
            idle.removeIf(connection -> connection.lastProgress().isBefore(since) && old.add(connection));
        }
        old.forEach(ErpConnection::close);
    }

    /** Closes those on which the server has not answered for so long; returns whether any is in use. */
    boolean endHung(Instant since, Duration silence) {
        for (var connection : busy) {
            if (connection.lastProgress().isBefore(since)) {
                source.hung(silence);
                connection.close();
            }
        }
        return !busy.isEmpty();
    }
}
