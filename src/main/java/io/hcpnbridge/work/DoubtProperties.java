package io.hcpnbridge.work;

import io.hcpnbridge.config.Faults;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the partner is asked what became of a write whose outcome is unknown ({@code doubts.*}).
 *
 * @param pollInterval milliseconds between looks for writes in doubt
 * @param atATime questions that one process has under way: their share of the quota is small
 * @param firstPause before the second round of questions; doubles with each further one
 * @param longestPause the longest of these pauses
 * @param settleTime how long after a write was sent its absence at the partner proves nothing: it may still be on its way there
 * @param proofs how many rounds in a row must say that nothing was placed, all after that time
 * @param patience how long after a write was sent the partner is asked; then a person decides
 * @param repeats how often a record is sent again whose write was proven not to have been placed; 0: never, it is answered FAILED
 * @param neverRepeat what is never sent again: interfaces ({@code orders.renew}), tenants ({@code acme/*}), or an interface of a tenant
 *     ({@code acme/orders.renew})
 */
@ConfigurationProperties("doubts")
record DoubtProperties(
        @DefaultValue("1000") int pollInterval,
        @DefaultValue("2") int atATime,
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("10m") Duration settleTime,
        @DefaultValue("2") int proofs,
        @DefaultValue("24h") Duration patience,
        @DefaultValue("1") int repeats,
        @DefaultValue List<String> neverRepeat) {
    DoubtProperties {
        neverRepeat = List.copyOf(neverRepeat);
        var faults = new Faults("doubts.");
        faults.require(pollInterval > 0, "poll-interval", "must be 1 or more");
        faults.require(atATime > 0, "at-a-time", "must be 1 or more");
        faults.require(firstPause.toMillis() > 0, "first-pause", "must be more than 0");
        faults.require(
                longestPause.compareTo(firstPause) >= 0, "longest-pause", "must not be shorter than first-pause");
        faults.require(proofs > 0, "proofs", "must be 1 or more");
        faults.require(!patience.isNegative(), "patience", "must be 0 or more");
        faults.require(repeats >= 0, "repeats", "must be 0 or more");
        faults.throwAny();
    }

    boolean mayRepeat(String tenant, String interfaceName) {
        return !neverRepeat.contains(interfaceName)
                && !neverRepeat.contains(tenant + "/*")
                && !neverRepeat.contains(tenant + "/" + interfaceName);
    }

    /** The pause after so many rounds. */
    Duration pause(int rounds) {
        var pause = firstPause;
        for (int i = 1; i < rounds && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
