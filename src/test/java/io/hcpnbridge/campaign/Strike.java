package io.hcpnbridge.campaign;

import java.time.Duration;

/**
 * A blow that is planned.
 *
 * @param lasts until things are mended
 */
record Strike(Blow blow, Moment moment, Duration lasts) {
    /** At any instant. */
    static Strike of(Blow blow, Duration lasts) {
        return new Strike(blow, Moment.AT_RANDOM, lasts);
    }

    static Strike kill(Moment moment) {
        return new Strike(Blow.KILL, moment, Duration.ZERO);
    }
}
