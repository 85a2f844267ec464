package io.hcpnbridge.watch;

import io.hcpnbridge.cutover.Cutovers;
import io.hcpnbridge.ledger.WatchLedger;
import io.hcpnbridge.ledger.WorkPauseLedger;
import io.hcpnbridge.pull.Pulls;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks into the ledger for metrics and health, the more seldom the longer it takes: for less than a twentieth of the time. */
@Component("ledgerWatch")
public class LedgerWatch {
    private static final int REST = 20;

    private final WatchLedger ledger;
    private final WorkPauseLedger pauses;
    private final Cutovers cutovers;
    private final Pulls pulls;
    private final LedgerGauges gauges;
    private volatile Standing standing = Standing.UNKNOWN;
    private long notBefore = System.nanoTime();

    LedgerWatch(WatchLedger ledger, WorkPauseLedger pauses, Cutovers cutovers, Pulls pulls, LedgerGauges gauges) {
        this.cutovers = cutovers;
        this.ledger = ledger;
        this.pauses = pauses;
        this.pulls = pulls;
        this.gauges = gauges;
    }

    /** Looks anew, unless that took so long the last time that it is too soon. */
    public synchronized void look() {
        long begun = System.nanoTime();
        if (begun - notBefore < 0) {
            return;
        }
        standing = ask();
        long now = System.nanoTime();
        notBefore = now + REST * (now - begun);
        gauges.show(standing);
    }

    /** What was found by the last look that came to an end. */
    Standing standing() {
        return standing;
    }

    /** Periods of a pull that is switched off are owed by nobody. */
    private Standing ask() {
        return new Standing(
                ledger.open(),
                ledger.doubts(),
                ledger.answers(),
                ledger.pulls().stream()
                        .filter(owed -> pulls.isEnabled(owed.pull()))
                        .toList(),
                ledger.leftAlone(),
                pauses.inForce(),
                List.copyOf(cutovers.all().values()),
                ledger.tables());
    }
}
