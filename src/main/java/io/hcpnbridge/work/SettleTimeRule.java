package io.hcpnbridge.work;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.partner.settings.PartnerProperties;
import org.springframework.stereotype.Component;

/** That the partner has nothing proves nothing while the write itself may still be under way. */
@Component
class SettleTimeRule implements SettingsRule {
    @Override
    public void check(BoundSettings settings, Faults faults) {
        var doubts = settings.group(DoubtProperties.class);
        var partner = settings.group(PartnerProperties.class);
        if (doubts.isPresent() && partner.isPresent()) {
            faults.require(
                    doubts.get().settleTime().compareTo(partner.get().responseTimeout()) > 0,
                    "doubts.settle-time",
                    "must be longer than partner.response-timeout, which is "
                            + partner.get().responseTimeout().toSeconds() + "s");
        }
    }
}
