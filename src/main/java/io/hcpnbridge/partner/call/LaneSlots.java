package io.hcpnbridge.partner.call;

import java.time.Duration;
import java.util.Optional;

/** When a lane (tenant and API) may send, as all replicas agree. */
public interface LaneSlots {
    /**
     * Takes the lane's next free slot: it is nobody else's, used or not.
     *
     * @param soonest in which time it can be used
     * @param longest if others have taken slots further ahead than this, none is taken
     * @return how long to wait for it, in whole milliseconds; empty if the line is too long
     */
    Optional<Duration> take(String tenant, String api, Pace pace, Duration soonest, Duration longest);

    /** The partner has refused a call of the lane: its slots are further apart from now on, until that has proven to be unneeded. */
    void slowDown(String tenant, String api);
}
