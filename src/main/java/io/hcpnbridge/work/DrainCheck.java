package io.hcpnbridge.work;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.time.Duration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An orderly stop must outlast the longest call, or a write would be in doubt for nothing. */
@Component
class DrainCheck implements SmartInitializingSingleton {
    private final PartnerSettings partner;
    private final Duration drain;

    DrainCheck(PartnerSettings partner, @Value("${camel.main.shutdown-timeout}") int drainSeconds) {
        this.partner = partner;
        this.drain = Duration.ofSeconds(drainSeconds);
    }

    @Override
    public void afterSingletonsInstantiated() {
        var longestCall = partner.connectTimeout().plus(partner.responseTimeout());
        if (drain.compareTo(longestCall) <= 0) {
            throw new InvalidConfigurationException(
                    "camel.main.shutdown-timeout",
                    "must be longer than partner.connect-timeout and partner.response-timeout together, which are "
                            + longestCall.toSeconds() + "s");
        }
    }
}
