package io.hcpnbridge.replica;

import java.time.Duration;
import java.util.Collection;

/** What this process has claimed and works on, or is about to. */
public interface InHand {
    /** Ids of the records. */
    Collection<Long> records();

    /** For how long they are claimed, unless that is prolonged. */
    Duration claimTime();
}
