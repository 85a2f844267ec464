package io.hcpnbridge.stop;

import io.hcpnbridge.config.LeftOutOfCheck;
import io.hcpnbridge.ledger.RecordLedger;
import io.hcpnbridge.replica.Replica;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The last thing at an orderly stop: when no route works any more, what this replica has still claimed is given back, so that
 * nobody waits for its lease. That is what did not end in time; a write that was sent is left to its lease.
 */
@Component
@LeftOutOfCheck
class HandBack implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HandBack.class);

    /** Lower phases stop later; Camel's is 2049 below the highest. To know Camel's bean would start it too early. */
    private static final int AFTER_CAMEL = Integer.MAX_VALUE - 3_000;

    private final RecordLedger ledger;
    private final Replica replica;
    private volatile boolean running;

    HandBack(RecordLedger ledger, Replica replica) {
        this.ledger = ledger;
        this.replica = replica;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        giveBack();
    }

    /** Gives back whatever is claimed and not sent. */
    void giveBack() {
        try {
            var left = replica.name().map(ledger::giveBack).orElse(0);
            if (left > 0) {
                LOG.warn("{} records did not end in time and are given back", left);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.error(
                    "Records are left to the sweep of expired claims: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_CAMEL;
    }
}
