package io.hcpnbridge.watch;

import io.hcpnbridge.config.Faults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What metrics and health tell of the business ({@code watch.*}).
 *
 * @param interval milliseconds between looks into the ledger, at least
 * @param answersOwedLongest how long an answer may be owed before health is degraded
 */
@ConfigurationProperties("watch")
record WatchProperties(@DefaultValue("15000") int interval, @DefaultValue("10m") Duration answersOwedLongest) {
    WatchProperties {
        var faults = new Faults("watch.");
        faults.require(interval > 0, "interval", "must be 1 or more");
        faults.require(answersOwedLongest.toMillis() >= 1_000, "answers-owed-longest", "must be 1s or more");
        faults.throwAny();
    }
}
