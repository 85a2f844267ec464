package io.hcpnbridge.shadow;

import io.hcpnbridge.config.Faults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the way from the old endpoints to the new ones is watched ({@code cutover.*}); how far each tenant goes stands in the ledger.
 *
 * @param pollInterval milliseconds between looks for what people have set and for reads to compare
 * @param atATime reads that one process compares at the same time: their share of the quota is small
 * @param tries technical failures after which a read is not compared any more
 * @param pause before the next try
 * @param mostRows of an answer that is compared
 * @param differences unexplained ones that are borne before the tenant steps back
 * @param errors of the last 100 calls of the new endpoints that are borne before the tenant steps back
 */
@ConfigurationProperties("cutover")
record CutoverProperties(
        @DefaultValue("2000") int pollInterval,
        @DefaultValue("1") int atATime,
        @DefaultValue("5") int tries,
        @DefaultValue("30s") Duration pause,
        @DefaultValue("20000") int mostRows,
        @DefaultValue("0") int differences,
        @DefaultValue("3") int errors) {
    CutoverProperties {
        var faults = new Faults("cutover.");
        faults.require(pollInterval > 0, "poll-interval", "must be 1 or more");
        faults.require(atATime > 0, "at-a-time", "must be 1 or more");
        faults.require(tries > 0, "tries", "must be 1 or more");
        faults.require(pause.toMillis() > 0, "pause", "must be more than 0");
        faults.require(mostRows > 0, "most-rows", "must be 1 or more");
        faults.require(differences >= 0, "differences", "must be 0 or more");
        faults.require(errors >= 0, "errors", "must be 0 or more");
        faults.throwAny();
    }
}
