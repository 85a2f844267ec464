package io.hcpnbridge.work;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.partner.iam.IamApis;
import io.hcpnbridge.partner.settings.PartnerProperties;
import io.hcpnbridge.text.Nearest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A quota under a name that no interface calls would hold nobody back. */
final class QuotaRule implements SettingsRule {
    private final Set<String> apis;

    QuotaRule(MappingCatalog mappings) {
        apis = new TreeSet<>(mappings.apis().keySet());
        apis.addAll(IamApis.ALL);
    }

    @Override
    public void check(BoundSettings settings, Faults faults) {
        Map<String, Integer> quotas = settings.group(PartnerProperties.class)
                .map(PartnerProperties::quotas)
                .orElse(Map.of());
        quotas.keySet()
                .forEach(api -> faults.require(
                        apis.contains(api), "partner.quotas." + api, Nearest.advice("the name of an API", api, apis)));
    }
}
