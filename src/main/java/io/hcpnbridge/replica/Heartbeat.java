package io.hcpnbridge.replica;

import com.zaxxer.hikari.HikariDataSource;
import io.hcpnbridge.config.LeftOutOfCheck;
import io.hcpnbridge.ledger.ReplicaLedger;
import io.hcpnbridge.text.Printable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Lets the ledger hear that this process lives, from before the first claim until after the last is given back. */
@Component
@LeftOutOfCheck
public class Heartbeat implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    /** Starts before Camel and stops after claims were given back, which have higher phases. */
    private static final int BEFORE_WORK = 0;

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Replica replica;
    private final InHand inHand;
    private final LeaseProperties settings;
    private final BeatConnection connection;
    private ScheduledThreadPoolExecutor timer;
    private Future<?> beats;
    /** Monotonic nanoseconds; null while it is heard. */
    private Long silentSince;

    Heartbeat(Replica replica, InHand inHand, LeaseProperties settings, HikariDataSource pool) {
        this.replica = replica;
        this.inHand = inHand;
        this.settings = settings;
        this.connection = new BeatConnection(pool, settings.heartbeat());
    }

    @Override
    public synchronized void start() {
        beat();
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        var pause = settings.heartbeat().toMillis();
        beats = timer.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        beats.cancel(false);
        timer.shutdownNow();
        timer = null;
        leave();
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_WORK;
    }

    /** Never fails: the timer would not beat again. */
    private synchronized void beat() {
        try {
            var ledger = connection.ledger();
            if (!isKnown(ledger)) {
                replica.is(ledger.register(settings.node(), settings.lease()));
                ledger.forget(FORGOTTEN);
                LOG.info("This process is {} in the ledger", replica.name().orElseThrow());
            }
            ledger.keep(replica.name().orElseThrow(), inHand.records(), inHand.claimTime());
            if (silentSince != null) {
                LOG.info(
                        "The ledger hears this process again, after {} s",
                        Duration.ofNanos(System.nanoTime() - silentSince).toSeconds());
            }
            silentSince = null;
            replica.heard();
        } catch (SQLException | RuntimeException e) {
            missed(e);
        }
    }

    private boolean isKnown(ReplicaLedger ledger) {
        return replica.name()
                .filter(name -> ledger.prolong(name, settings.lease()))
                .isPresent();
    }

    private void missed(Exception failure) {
        var reason = reason(failure);
        if (silentSince == null) {
            silentSince = System.nanoTime();
            LOG.error("The ledger does not hear this process; nothing new is sent once its lease is over: {}", reason);
        }
        replica.unheard(reason);
        connection.close();
    }

    /** In the driver's words: nothing that a beat writes is anybody's content. */
    private static String reason(Throwable failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return Printable.of(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }

    private synchronized void leave() {
        try {
            if (replica.name().isPresent()) {
                connection.ledger().end(replica.name().orElseThrow());
            }
        } catch (SQLException | DataAccessException e) {
            LOG.debug("The lease ends by itself", e);
        } finally {
            replica.is(null);
            connection.close();
        }
    }
}
