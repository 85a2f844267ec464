package io.hcpnbridge.desk.read;

import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The tenants and interfaces that there are. */
@Component
public class Places {
    private final PartnerSettings partner;
    private final MappingCatalog mappings;

    Places(PartnerSettings partner, MappingCatalog mappings) {
        this.partner = partner;
        this.mappings = mappings;
    }

    public SortedSet<String> tenants() {
        return new TreeSet<>(partner.tenants().keySet());
    }

    /** Whether nothing is changed at the partner by that interface; false if there is none of that name. */
    public boolean onlyReads(String interfaceName) {
        return mappings.interfaces().contains(interfaceName)
                && mappings.current(interfaceName).settings().effect().equals("read");
    }

    public SortedSet<String> interfaces() {
        return new TreeSet<>(mappings.interfaces());
    }
}
