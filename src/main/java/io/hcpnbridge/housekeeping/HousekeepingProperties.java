package io.hcpnbridge.housekeeping;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long routes that begin by themselves may be silent ({@code housekeeping.*}).
 *
 * @param patience how late a turn may begin, how long it may stand still, how long turns may fail, before health is down
 * @param restartAfter how late it may begin or how long it may stand still before liveness is down
 */
@ConfigurationProperties("housekeeping")
record HousekeepingProperties(@DefaultValue("2m") Duration patience, @DefaultValue("10m") Duration restartAfter) {
    HousekeepingProperties {
        if (patience.toMillis() < 1_000) {
            throw new InvalidConfigurationException("housekeeping.patience", "must be 1s or more");
        }
        if (restartAfter.compareTo(patience) <= 0) {
            throw new InvalidConfigurationException(
                    "housekeeping.restart-after", "must be longer than housekeeping.patience, which is " + patience);
        }
    }
}
