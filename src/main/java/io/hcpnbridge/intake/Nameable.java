package io.hcpnbridge.intake;

import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.intake.rules.TenantRule;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.text.Words;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which tenants a batch may name, by the way it came. Nobody learns of a tenant that is not theirs: naming it breaks the same rule as
 * naming one that does not exist.
 */
final class Nameable implements TenantRule {
    private static final Words UNKNOWN = Words.of("must be a configured tenant", "必须是已配置的租户");

    private final Predicate<String> tenants;
    private final Words rule;

    private Nameable(Predicate<String> tenants, Words rule) {
        this.tenants = tenants;
        this.rule = rule;
    }

    /** By a tenant's own folder or queue only this tenant, by a shared one all that share. */
    static Nameable by(Arrival arrival, PartnerSettings partner, ErpTenants tenants) {
        if (arrival.owner() != null) {
            var rule = arrival.channel().equals(Arrival.FILE)
                    ? Words.of("must be %s, whose folder it is", "必须是 %s，这是它的目录", arrival.owner())
                    : Words.of("must be %s, whose queue it is", "必须是 %s，这是它的队列", arrival.owner());
            return new Nameable(arrival.owner()::equals, rule);
        }
        return new Nameable(tenant -> partner.tenants().containsKey(tenant) && tenants.mayShare(tenant), UNKNOWN);
    }

    /** All: the adapter made the batch itself. */
    static Nameable all(PartnerSettings partner) {
        return new Nameable(partner.tenants()::containsKey, UNKNOWN);
    }

    boolean has(String tenant) {
        return tenants.test(tenant);
    }

    @Override
    public Optional<Words> brokenBy(String tenant) {
        return has(tenant) ? Optional.empty() : Optional.of(rule);
    }
}
