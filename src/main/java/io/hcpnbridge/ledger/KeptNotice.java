package io.hcpnbridge.ledger;

import java.time.Instant;

/**
 * A notice of the partner as it is kept, see {@link BindingNotice}.
 *
 * @param number grows in the order in which notices come
 */
public record KeptNotice(long number, String action, String customerId, String account, String userId, Instant at) {
    @Override
    public String toString() {
        return "KeptNotice[" + number + "]";
    }
}
