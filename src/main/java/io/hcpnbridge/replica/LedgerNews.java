package io.hcpnbridge.replica;

import io.hcpnbridge.ledger.LedgerReach;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Whether a failure is worth a line of the log: that the ledger is away is said once, by the heartbeat, if it has noticed. */
@Component("ledgerNews")
public class LedgerNews {
    private final LedgerReach reach;
    private final Silence ledger;

    LedgerNews(LedgerReach reach, Silence ledger) {
        this.reach = reach;
        this.ledger = ledger;
    }

    /** Of a ledger whose disk is full the heartbeat may hear nothing. */
    public boolean isOne(Exchange exchange) {
        return reach.isThere(exchange) || ledger.silence().isEmpty();
    }
}
