package io.hcpnbridge.intake;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.partner.settings.PartnerProperties;
import io.hcpnbridge.text.Nearest;
import org.springframework.stereotype.Component;

/** Folders and queues of their own have only tenants that there are. */
@Component
class BoundTenantsRule implements SettingsRule {
    @Override
    public void check(BoundSettings settings, Faults faults) {
        var partner = settings.group(PartnerProperties.class).map(PartnerProperties::tenants);
        var erp = settings.group(ErpProperties.class).map(ErpProperties::tenants);
        if (partner.isPresent() && erp.isPresent()) {
            var known = partner.get().keySet();
            erp.get()
                    .keySet()
                    .forEach(name -> faults.require(
                            known.contains(name),
                            "erp.tenants." + name,
                            Nearest.advice("a tenant of partner.tenants", name, known)));
        }
    }
}
