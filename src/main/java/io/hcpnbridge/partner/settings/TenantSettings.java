package io.hcpnbridge.partner.settings;

import java.util.Map;

/**
 * One partner account, checked.
 *
 * @param domainId the partner's account id, the path part of old endpoints
 * @param platformId the partner's platform id; null when not set
 * @param ordersGeneration the tenant's own, else the global one
 * @param language {@code zh_CN}, {@code en_US} or null
 * @param role null when not known
 * @param iam how the partner comes by credentials of its customers
 * @param customers keys by customer id
 */
public record TenantSettings(
        String name,
        String domainId,
        String platformId,
        Keys keys,
        OrdersGeneration ordersGeneration,
        String language,
        Role role,
        IamSettings iam,
        Map<String, Keys> customers) {
    public TenantSettings {
        customers = Map.copyOf(customers);
    }
}
