package io.hcpnbridge.campaign;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees the moments that the ledger alone tells, by looking again and again. */
final class LedgerLookout {
    private static final int PAUSE_MILLIS = 5;

    private final JdbcClient ledger;
    private final Fleet fleet;
    private final SftpLookout files;

    LedgerLookout(JdbcClient ledger, Fleet fleet, SftpLookout files) {
        this.ledger = ledger;
        this.fleet = fleet;
        this.files = files;
    }

    void post(Ambush ambush) {
        switch (ambush.strike().moment()) {
            case WRITE_INTENDED -> watch(ambush, last("attempt"), this::unansweredWrite);
            case TAKEN_IN -> watch(ambush, last("arrival"), this::newArrival);
            default -> {
                // Seen by others.
            }
        }
    }

    private interface Look {
        Optional<Life> since(long seen);
    }

    private void watch(Ambush ambush, long seen, Look look) {
        var watching = new Thread(
                () -> {
                    while (ambush.isWaiting()) {
                        try {
                            look.since(seen).ifPresent(ambush::fall);
                            Thread.sleep(PAUSE_MILLIS);
                        } catch (DataAccessException e) {
                            // The database is away for the moment.
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                },
                "ledger-lookout");
        watching.setDaemon(true);
        watching.start();
    }

    private long last(String table) {
        return ledger.sql("select coalesce(max(id), 0) from " + table)
                .query(Long.class)
                .single();
    }

    private Optional<Life> unansweredWrite(long seen) {
        return ledger.sql(
                        "select node from attempt a where id > ? and effect = 'WRITE'"
                                + " and not exists (select from attempt_outcome o where o.attempt_id = a.id) order by id desc limit 1")
                .param(seen)
                .query(String.class)
                .optional()
                .flatMap(fleet::called);
    }

    private Optional<Life> newArrival(long seen) {
        return last("arrival") > seen
                ? files.lastReader().filter(life -> life.process().isAlive())
                : Optional.empty();
    }
}
