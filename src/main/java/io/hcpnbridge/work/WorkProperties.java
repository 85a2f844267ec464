package io.hcpnbridge.work;

import io.hcpnbridge.config.Faults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How records are worked on ({@code work.*}).
 *
 * @param workers records worked on at the same time
 * @param pollInterval milliseconds between looks for due records
 * @param estimateInterval milliseconds between estimates of when lanes are done, at least
 * @param sweepCron when claims of dead processes are looked for
 * @param catchUpCron when periods of pulls are looked for whose firing was missed
 * @param tries technical failures after which a record is answered FAILED
 * @param followUpTries technical failures after which a call that sets something after a write has succeeded is given up
 * @param followUpTime how long such calls of a record may fail in a row, or have to wait, before they are all given up
 * @param backoffFirst wait after the first technical failure; doubles with each further one
 * @param throttlePause how long a lane rests after HTTP 429, doubling while the partner goes on refusing
 * @param retryAfterLongest the longest pause that the partner can ask for with {@code Retry-After}
 * @param credentialPause how long a credential rests after the partner did not accept it: it locks keys that fail repeatedly
 * @param credentialTries calls in a row with an unaccepted credential after which its records are answered FAILED
 * @param routePause how long a record waits whose way is barred by a stopped route
 * @param parkAfter how long a record may wait for the partner, or for a way to it, before it is PARKED until a person decides; 0: for ever
 * @param parkCron when records are looked for that have waited for so long
 * @param maxSteps calls one record may take
 * @param maxRestarts how often a list that changes while it is read is begun again
 */
@ConfigurationProperties("work")
public record WorkProperties(
        @DefaultValue("24") int workers,
        @DefaultValue("500") int pollInterval,
        @DefaultValue("15000") int estimateInterval,
        @DefaultValue("0/2 * * * * ?") String sweepCron,
        @DefaultValue("0/10 * * * * ?") String catchUpCron,
        @DefaultValue("8") int tries,
        @DefaultValue("3") int followUpTries,
        @DefaultValue("2m") Duration followUpTime,
        @DefaultValue("2s") Duration backoffFirst,
        @DefaultValue("5m") Duration backoffLongest,
        @DefaultValue("1s") Duration throttlePause,
        @DefaultValue("1m") Duration throttlePauseLongest,
        @DefaultValue("5m") Duration retryAfterLongest,
        @DefaultValue("5m") Duration credentialPause,
        @DefaultValue("1h") Duration credentialPauseLongest,
        @DefaultValue("3") int credentialTries,
        @DefaultValue("10s") Duration routePause,
        @DefaultValue("24h") Duration parkAfter,
        @DefaultValue("0 * * * * ?") String parkCron,
        @DefaultValue("200000") int maxSteps,
        @DefaultValue("5") int maxRestarts) {
    public WorkProperties {
        var faults = new Faults("work.");
        faults.require(pollInterval > 0, "poll-interval", "must be 1 or more");
        faults.require(estimateInterval > 0, "estimate-interval", "must be 1 or more");
        faults.require(workers > 0, "workers", "must be 1 or more");
        faults.require(tries > 0, "tries", "must be 1 or more");
        faults.require(followUpTries > 0, "follow-up-tries", "must be 1 or more");
        faults.require(!followUpTime.isNegative(), "follow-up-time", "must be 0 or more");
        faults.require(credentialTries > 0, "credential-tries", "must be 1 or more");
        faults.require(retryAfterLongest.toMillis() > 0, "retry-after-longest", "must be more than 0");
        faults.require(!parkAfter.isNegative(), "park-after", "must be 0 or more");
        faults.require(maxSteps > 0, "max-steps", "must be 1 or more");
        faults.require(maxRestarts >= 0, "max-restarts", "must be 0 or more");
        faults.require(backoffFirst.toMillis() > 0, "backoff-first", "must be more than 0");
        faults.throwAny();
    }
}
