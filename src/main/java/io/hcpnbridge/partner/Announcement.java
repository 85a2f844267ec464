package io.hcpnbridge.partner;

import java.time.Duration;

/** Tells the ledger, committed, that a call is about to be sent: after that it may have reached the partner, whatever happens. */
@FunctionalInterface
public interface Announcement {
    /** Commits it; how long after the beginning of that the call may still be sent. */
    Duration commit();
}
