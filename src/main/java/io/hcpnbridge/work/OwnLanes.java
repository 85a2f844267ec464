package io.hcpnbridge.work;

import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/** The lanes that this adapter works on: every interface of every tenant. */
@Component
public class OwnLanes {
    private final PartnerSettings partner;
    private final MappingCatalog catalog;

    OwnLanes(PartnerSettings partner, MappingCatalog catalog) {
        this.partner = partner;
        this.catalog = catalog;
    }

    public List<Lane> all() {
        return partner.tenants().keySet().stream()
                .flatMap(tenant -> catalog.interfaces().stream().map(interfaceName -> new Lane(tenant, interfaceName)))
                .toList();
    }
}
