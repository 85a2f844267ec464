package io.hcpnbridge.housekeeping;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A route that does not do its work.
 *
 * @param lastGood when its last good turn ended, or when it was started
 * @param why for people
 * @param since for how long
 * @param standing it stands still, which a restart may mend; else its turns fail
 */
record Overdue(Instant lastGood, String why, Duration since, boolean standing) {
    String text() {
        return why + "; last good turn " + lastGood.truncatedTo(ChronoUnit.SECONDS);
    }
}
