package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.secret.SecretWatch;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code partner.*} as it will be read later, and tells what works and is probably not meant. */
final class PartnerRule implements SettingsRule {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerRule.class);

    @Override
    public void check(BoundSettings settings, Faults faults) {
        settings.group(PartnerProperties.class)
                .map(written -> faults.keep(() -> new PartnerSettingsReader(written, new SecretWatch()).read()))
                .ifPresent(partner -> {
                    tellSharedAccounts(partner.tenants());
                    partner.tenants().values().forEach(PartnerRule::tellMissingCustomers);
                });
    }

    /** Good for a change of generations; for good, the account's quota would be spent twice and its orders known under two keys. */
    private static void tellSharedAccounts(Map<String, TenantSettings> tenants) {
        var owners = new HashMap<String, String>();
        new TreeMap<>(tenants).forEach((name, tenant) -> {
            var owner = owners.putIfAbsent(tenant.domainId(), name);
            if (owner != null) {
                LOG.warn(
                        "partner.tenants.{} and {} are one account: each has a quota and documents of its own",
                        owner,
                        name);
            }
        });
    }

    private static void tellMissingCustomers(TenantSettings tenant) {
        if (tenant.iam().access() == CustomerAccess.CONFIGURED
                && tenant.customers().isEmpty()) {
            LOG.warn(
                    "partner.tenants.{}.customer-access is configured, and no customer is: nothing can be done for customers",
                    tenant.name());
        }
    }
}
