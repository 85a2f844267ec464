package io.hcpnbridge.intake;

import io.hcpnbridge.ledger.PollTurnLedger;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * One replica at a time looks into a folder of the ERP: two would read the same file, and the later of them would move away what the
 * ERP has put under its name meanwhile. A replica that dies in the middle keeps the others from the folder for half a minute.
 */
@Component("pollTurns")
public class PollTurns {
    private static final Logger LOG = LoggerFactory.getLogger(PollTurns.class);
    private static final Duration TIME = Duration.ofSeconds(30);

    enum Turn {
        MINE,
        OF_ANOTHER,
        UNKNOWN
    }

    private final PollTurnLedger ledger;
    private final String node = UUID.randomUUID().toString();

    PollTurns(PollTurnLedger ledger) {
        this.ledger = ledger;
    }

    /** Whose turn it is to look into the folder of that route; it is nobody's while the ledger is out of reach. */
    Turn take(String route) {
        try {
            return ledger.take(route, node, TIME) ? Turn.MINE : Turn.OF_ANOTHER;
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("{}: no poll without the ledger", route, e);
            return Turn.UNKNOWN;
        }
    }

    /** The poll is over; the next one may look. */
    void end(String route) {
        try {
            ledger.end(route, node);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("{}: the turn ends by itself", route, e);
        }
    }

    /** Prolongs the turns of all polls under way, however long they take. */
    public void keepAll() {
        ledger.keepAll(node, TIME);
    }

    /**
     * Makes sure that the folder of this route is still this replica's.
     *
     * @throws LostTurnException if it is another's by now
     */
    public void keep(Exchange exchange) {
        if (!ledger.keep(exchange.getFromRouteId(), node, TIME)) {
            throw new LostTurnException();
        }
    }
}
