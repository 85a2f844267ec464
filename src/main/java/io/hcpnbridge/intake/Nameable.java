package io.hcpnbridge.intake;

import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.intake.rules.TenantRule;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which tenants a batch may name, by the way it came. Nobody learns of a tenant that is not theirs: naming it breaks the same rule as
 * naming one that does not exist.
 */
final class Nameable implements TenantRule {
    private final Predicate<String> tenants;
    private final String rule;

    private Nameable(Predicate<String> tenants, String rule) {
        this.tenants = tenants;
        this.rule = rule;
    }

    /** By a tenant's own folder or queue only this tenant, by a shared one all that share. */
    static Nameable by(Arrival arrival, PartnerSettings partner, ErpTenants tenants) {
        if (arrival.owner() != null) {
            var place = arrival.channel().equals(Arrival.FILE) ? "folder" : "queue";
            return new Nameable(arrival.owner()::equals, "must be " + arrival.owner() + ", whose " + place + " it is");
        }
        return new Nameable(
                tenant -> partner.tenants().containsKey(tenant) && tenants.mayShare(tenant),
                "must be a configured tenant");
    }

    /** All: the adapter made the batch itself. */
    static Nameable all(PartnerSettings partner) {
        return new Nameable(partner.tenants()::containsKey, "must be a configured tenant");
    }

    boolean has(String tenant) {
        return tenants.test(tenant);
    }

    @Override
    public Optional<String> brokenBy(String tenant) {
        return has(tenant) ? Optional.empty() : Optional.of(rule);
    }
}
