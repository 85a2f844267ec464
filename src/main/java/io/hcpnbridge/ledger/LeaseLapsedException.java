package io.hcpnbridge.ledger;

import org.springframework.dao.TransientDataAccessException;

/**
 * The claim is still this process's own, but the process has not been heard of for a while, say because the database was away. Worth
 * another try once its heartbeat is heard again: nobody else may have the record before its claim is taken away.
 */
public class LeaseLapsedException extends TransientDataAccessException {
    private static final long serialVersionUID = 1L;

    LeaseLapsedException(ClaimedRecord record) {
        super("The lease of this process does not hold; nothing was sent for " + record);
    }
}
