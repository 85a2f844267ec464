package io.hcpnbridge.ledger;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells a ledger that is out of reach from a step that failed: only the first is worth repeating. */
@Component("ledgerReach")
public class LedgerReach {
    /** Whether the exchange failed for another reason than that the ledger could not be reached. */
    public boolean isThere(Exchange exchange) {
        var caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return Stream.iterate(caught, Objects::nonNull, Throwable::getCause).noneMatch(LedgerReach::isAway);
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransactionException;
    }
}
