package io.hcpnbridge.ledger;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Lets the pool give up a connection on which nothing can be written: it leads to what was the primary before a failover, and would
 * go on doing so for as long as the pool keeps connections. Named in {@code application.yaml}.
 */
public final class ReadOnlySessions implements SQLExceptionOverride {
    /** PostgreSQL's read_only_sql_transaction. */
    static final String READ_ONLY = "25006";

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return READ_ONLY.equals(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
