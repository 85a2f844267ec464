package io.hcpnbridge.work;

import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.partner.call.DocumentedQuotas;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the definitions of the interfaces say of quotas. */
@Component
class DefinedQuotas implements DocumentedQuotas {
    private final MappingCatalog mappings;

    DefinedQuotas(MappingCatalog mappings) {
        this.mappings = mappings;
    }

    @Override
    public Map<String, Integer> byApi() {
        Map<String, Integer> quotas = new HashMap<>();
        mappings.apis().forEach((name, api) -> api.quota().ifPresent(quota -> quotas.put(name, quota)));
        return quotas;
    }
}
