package io.hcpnbridge.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * What the database's failures mean for whoever repeats a step: one that only reads for now, as a primary in the middle of a failover
 * or an operator's maintenance makes it, is out of reach, not a step that failed.
 */
@Component
class LedgerExceptions implements SQLExceptionTranslator {
    /** The other is PostgreSQL's idle_in_transaction_session_timeout. */
    private static final Set<String> OUT_OF_REACH = Set.of(ReadOnlySessions.READ_ONLY, "25P03");

    private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();

    @Override
    public DataAccessException translate(String task, String sql, SQLException failure) {
        return failure.getSQLState() != null && OUT_OF_REACH.contains(failure.getSQLState())
                ? new TransientDataAccessResourceException(task, failure)
                : others.translate(task, sql, failure);
    }
}
