package io.hcpnbridge.pull;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** The pulls that are enabled, complete and checked: a pull that could never work stops the start. */
@Component
public class Pulls {
    private final SortedMap<String, Pull> enabled;

    /** @throws InvalidConfigurationException if one could never work */
    Pulls(PullProperties properties, PartnerSettings partner, ErpTenants tenants, MappingCatalog mappings) {
        enabled = new PullsReader(partner.tenants().keySet(), tenants.withoutFolders(), mappings).read(properties);
    }

    public boolean isEnabled(String pull) {
        return enabled.containsKey(pull);
    }

    /** By name, in the order of names. */
    Map<String, Pull> enabled() {
        return enabled;
    }
}
