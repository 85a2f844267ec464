package io.hcpnbridge.portal;

import java.time.Clock;

/** So many requests in each second of the clock; whoever comes after them comes again later. */
final class Pace {
    private final int most;
    private final Clock clock;
    private long second;
    private int taken;

    Pace(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    synchronized void take() throws BusyException {
        var now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            taken = 0;
        }
        if (taken == most) {
            throw new BusyException();
        }
        taken++;
    }
}
