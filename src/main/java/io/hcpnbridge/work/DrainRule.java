package io.hcpnbridge.work;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.partner.settings.PartnerProperties;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** An orderly stop must outlast the longest call, or a write would be in doubt for nothing. */
@Component
class DrainRule implements SettingsRule {
    private static final String DRAIN = "camel.main.shutdown-timeout";

    @Override
    public void check(BoundSettings settings, Faults faults) {
        var drain = settings.value(DRAIN, Integer.class).map(Duration::ofSeconds);
        var partner = settings.group(PartnerProperties.class);
        if (drain.isPresent() && partner.isPresent()) {
            var longestCall = partner.get().connectTimeout().plus(partner.get().responseTimeout());
            faults.require(
                    drain.get().compareTo(longestCall) > 0,
                    DRAIN,
                    "must be longer than partner.connect-timeout and partner.response-timeout together, which are "
                            + longestCall.toSeconds() + "s");
        }
    }
}
