package io.hcpnbridge.work;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.time.Duration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A claim must outlast the longest call made under it, or a call under way would be taken for one of a dead replica; and so must an
 * orderly stop, or a write would be in doubt for nothing.
 */
@Component
class LeaseCheck implements SmartInitializingSingleton {
    private final WorkProperties work;
    private final PartnerSettings partner;
    private final Duration drain;

    LeaseCheck(
            WorkProperties work, PartnerSettings partner, @Value("${camel.main.shutdown-timeout}") int drainSeconds) {
        this.drain = Duration.ofSeconds(drainSeconds);
        this.work = work;
        this.partner = partner;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var longestCall = partner.connectTimeout().plus(partner.responseTimeout());
        require("work.lease", work.lease(), longestCall);
        require("camel.main.shutdown-timeout", drain, longestCall);
    }

    private static void require(String name, Duration time, Duration longestCall) {
        if (time.compareTo(longestCall) <= 0) {
            throw new InvalidConfigurationException(
                    name,
                    "must be longer than partner.connect-timeout and partner.response-timeout together, which are "
                            + longestCall.toSeconds() + "s");
        }
    }
}
