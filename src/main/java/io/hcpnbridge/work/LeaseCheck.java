package io.hcpnbridge.work;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.partner.settings.PartnerSettings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** A claim must outlast the longest call made under it, or a call under way would be taken for one of a dead replica. */
@Component
class LeaseCheck implements SmartInitializingSingleton {
    private final WorkProperties work;
    private final PartnerSettings partner;

    LeaseCheck(WorkProperties work, PartnerSettings partner) {
        this.work = work;
        this.partner = partner;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var longestCall = partner.connectTimeout().plus(partner.responseTimeout());
        if (work.lease().compareTo(longestCall) <= 0) {
            throw new InvalidConfigurationException(
                    "work.lease",
                    "must be longer than partner.connect-timeout and partner.response-timeout together, which are "
                            + longestCall.toSeconds() + "s");
        }
    }
}
