package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;
import java.time.Instant;

/**
 * How a tenant's records move from the old endpoints to the new ones. All shares are of 100.
 *
 * @param shadow reads that either generation can answer, for which the other one is asked as well
 * @param reads of those that either generation can answer, to the new one
 * @param writes likewise; only once all reads go there
 * @param by who has set it
 * @param steppedBack why the adapter has taken reads and writes back; null if it has not
 */
public record Cutover(
        String tenant, int shadow, int reads, int writes, String by, String reason, Instant since, Words steppedBack) {
    /** Whether some of what either generation can take goes to the new one. */
    public boolean isUnderWay() {
        return reads > 0 || writes > 0;
    }

    /** Whether the adapter has taken the tenant back to the old endpoints. */
    public boolean hasSteppedBack() {
        return steppedBack != null;
    }

    @Override
    public String toString() {
        return "shadow " + shadow + " %, reads " + reads + " %, writes " + writes + " %"
                + (hasSteppedBack() ? ", stepped back" : "");
    }
}
