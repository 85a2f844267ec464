package io.hcpnbridge.portal;

import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.settings.Site;
import io.hcpnbridge.partner.settings.TenantSettings;
import io.hcpnbridge.saml.IdentityProvider;
import io.hcpnbridge.saml.Requests;
import io.hcpnbridge.saml.Responses;
import io.hcpnbridge.saml.ServiceProvider;
import io.hcpnbridge.saml.SignedNotice;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sign-on as it is set up, and as the partner's metadata are at present; who answers a request takes it once.
 *
 * @param notices as the partner signs them
 * @param tenants those with a platform id, by name
 */
record Portal(SignedNotice notices, Map<String, TenantSignOn> tenants) {
    Portal {
        tenants = Map.copyOf(tenants);
    }

    static Portal of(ServiceProvider partner, PartnerSettings settings, PortalProperties properties, Clock clock) {
        var tenants = new TreeMap<String, TenantSignOn>();
        settings.tenants().forEach((name, tenant) -> {
            if (tenant.platformId() != null) {
                tenants.put(name, of(partner, tenant, properties, clock));
            }
        });
        return new Portal(new SignedNotice(partner, properties.noticeSignature()), tenants);
    }

    private static TenantSignOn of(
            ServiceProvider partner, TenantSettings tenant, PortalProperties properties, Clock clock) {
        var base = properties.publicAddress() + "/saml/" + tenant.name();
        var own = new IdentityProvider(
                properties.entityIds().getOrDefault(tenant.name(), base),
                URI.create(base + "/login"),
                URI.create(base + "/logout"));
        return new TenantSignOn(
                tenant.platformId(),
                tenant.domainId(),
                own,
                new Requests(own, partner, properties.requestAge(), properties.clockSkew(), clock),
                new Responses(own, partner, properties.nameIdFormat(), properties.assertionTime()));
    }

    /** Where browsers are sent to (the manual's Web UI mode); each site has its own. */
    static String login(Site site) {
        return site == Site.CHINA
                ? "https://auth.huaweicloud.com/authui/saml/login"
                : "https://auth-intl.huaweicloud.com/authui/saml/login";
    }
}
