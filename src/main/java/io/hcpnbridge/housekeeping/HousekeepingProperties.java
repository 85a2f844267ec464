package io.hcpnbridge.housekeeping;

import io.hcpnbridge.config.Faults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long routes that begin by themselves may be silent ({@code housekeeping.*}).
 *
 * @param patience how late a turn may begin, how long it may stand still, how long turns may fail, before health is down
 * @param restartAfter how late it may begin or how long it may stand still before liveness is down
 * @param lookInterval milliseconds between looks for the log
 */
@ConfigurationProperties("housekeeping")
record HousekeepingProperties(
        @DefaultValue("2m") Duration patience,
        @DefaultValue("10m") Duration restartAfter,
        @DefaultValue("5000") int lookInterval) {
    HousekeepingProperties {
        var faults = new Faults("housekeeping.");
        faults.require(patience.toMillis() >= 1_000, "patience", "must be 1s or more");
        faults.require(
                restartAfter.compareTo(patience) > 0,
                "restart-after",
                "must be longer than housekeeping.patience, which is " + patience);
        faults.require(lookInterval > 0, "look-interval", "must be 1 or more");
        faults.throwAny();
    }
}
