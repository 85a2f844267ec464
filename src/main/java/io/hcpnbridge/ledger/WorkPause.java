package io.hcpnbridge.ledger;

import java.time.Instant;

/**
 * What an operator has paused.
 *
 * @param lane whose work waits; a tenant or an interface that is null stands for every
 * @param batch the only one that waits; null if it is all of the lane
 * @param by who has set it
 * @param until null if it lasts until somebody ends it
 */
public record WorkPause(long id, Lane lane, Long batch, String by, String reason, Instant since, Instant until) {
    /** Whether all the work of that lane waits for it. */
    public boolean covers(Lane other) {
        return batch == null
                && (lane.tenant() == null || lane.tenant().equals(other.tenant()))
                && (lane.interfaceName() == null || lane.interfaceName().equals(other.interfaceName()));
    }

    /** Since when, and until when if that is known. */
    public String time() {
        return since + (until == null ? "" : ", until " + until);
    }

    /** Such as {@code acme, every interface}, or {@code batch 42 of acme, orders.detail}. */
    public String scope() {
        return (batch == null ? "" : "batch " + batch + " of ")
                + (lane.tenant() == null ? "every tenant" : lane.tenant()) + ", "
                + (lane.interfaceName() == null ? "every interface" : lane.interfaceName());
    }
}
