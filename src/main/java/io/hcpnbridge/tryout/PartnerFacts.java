package io.hcpnbridge.tryout;

import io.hcpnbridge.partner.settings.OrdersGeneration;
import io.hcpnbridge.partner.settings.PartnerProperties;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.settings.Role;
import io.hcpnbridge.partner.settings.Site;
import io.hcpnbridge.partner.settings.TenantSettings;
import io.hcpnbridge.text.Words;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code partner.*} as far as it decides what is asked: no keys. Nothing of it needs to be set.
 *
 * @param tenants none: every tenant may be named
 */
record PartnerFacts(
        @DefaultValue("china") Site site,
        String endpoint,
        @DefaultValue PartnerProperties.Orders orders,
        Map<String, Integer> quotas,
        @DefaultValue("18") int billMonths,
        Map<String, Tenant> tenants) {
    /** What stands for ids that are not set; it needs no encoding. */
    static final String NO_DOMAIN = "DOMAIN-ID";

    static final String NO_PLATFORM = "PLATFORM-ID";

    PartnerFacts {
        quotas = quotas == null ? Map.of() : Map.copyOf(quotas);
        tenants = tenants == null ? Map.of() : Map.copyOf(tenants);
    }

    /** {@code partner.tenants.<name>.*}, likewise. */
    record Tenant(String domainId, String platformId, OrdersGeneration ordersGeneration, String language, Role role) {
        static final Tenant UNKNOWN = new Tenant(null, null, null, null, null);
    }

    /** The rule that a tenant's name breaks. */
    Optional<Words> brokenBy(String tenant) {
        return !tenant.isEmpty() && (tenants.isEmpty() || tenants.containsKey(tenant))
                ? Optional.empty()
                : Optional.of(Words.of("must be a configured tenant", "必须是已配置的租户"));
    }

    /** The ids of a tenant that are not set, by what stands for them. */
    List<String> standIns(String tenant) {
        var facts = tenants.getOrDefault(tenant, Tenant.UNKNOWN);
        return facts.domainId() != null
                ? List.of()
                : facts.platformId() == null ? List.of(NO_DOMAIN, NO_PLATFORM) : List.of(NO_DOMAIN);
    }

    /** Whether it is known what may be offered to a tenant. */
    boolean knowsRole(String tenant) {
        return tenants.getOrDefault(tenant, Tenant.UNKNOWN).role() != null;
    }

    /** The settings as they would be for a tenant, without anything secret. */
    PartnerSettings settings(String tenant) {
        var all = new HashMap<String, TenantSettings>();
        tenants.forEach((name, facts) -> all.put(name, settings(name, facts)));
        all.computeIfAbsent(tenant, name -> settings(name, Tenant.UNKNOWN));
        var caller = orders.resourceQueryCaller();
        return new PartnerSettings(
                site,
                URI.create(endpoint == null || endpoint.isBlank() ? "https://" + site.host() : endpoint),
                null,
                all,
                caller == null ? site.resourceQueryCaller() : caller,
                Duration.ZERO,
                Duration.ZERO,
                0,
                false,
                Duration.ZERO,
                quotas,
                billMonths,
                Duration.ZERO);
    }

    private TenantSettings settings(String name, Tenant facts) {
        var noIds = facts.domainId() == null;
        return new TenantSettings(
                name,
                noIds ? NO_DOMAIN : facts.domainId(),
                noIds && facts.platformId() == null ? NO_PLATFORM : facts.platformId(),
                null,
                facts.ordersGeneration() == null ? orders.generation() : facts.ordersGeneration(),
                facts.language(),
                facts.role(),
                null,
                Map.of());
    }
}
