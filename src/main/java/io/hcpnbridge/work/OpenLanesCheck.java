package io.hcpnbridge.work;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.config.LeftOutOfCheck;
import io.hcpnbridge.ledger.RecordLedger;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.partner.settings.PartnerSettings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Stops the start if the ledger holds open records that nobody would ever work on, as their tenant or interface is gone. */
@Component
@LeftOutOfCheck
class OpenLanesCheck implements SmartInitializingSingleton {
    private final RecordLedger ledger;
    private final PartnerSettings partner;
    private final MappingCatalog mappings;

    OpenLanesCheck(RecordLedger ledger, PartnerSettings partner, MappingCatalog mappings) {
        this.ledger = ledger;
        this.partner = partner;
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var lane : ledger.openLanes()) {
            if (!partner.tenants().containsKey(lane.tenant())) {
                throw new InvalidConfigurationException(
                        "partner.tenants." + lane.tenant(),
                        "is missing, but the ledger holds open records of this tenant");
            }
            if (!mappings.interfaces().contains(lane.interfaceName())) {
                throw new InvalidConfigurationException(
                        "bridge.mappings",
                        "lacks " + lane.interfaceName() + ", but the ledger holds open records of it");
            }
        }
    }
}
