package io.hcpnbridge.partner.settings;

import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Version;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One partner account, checked. Keys change while the adapter runs: what belongs together is taken from one call of {@code get}.
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
        Current<Keys> keys,
        OrdersGeneration ordersGeneration,
        String language,
        Role role,
        IamSettings iam,
        Map<String, Current<Keys>> customers) {
    public TenantSettings {
        customers = Map.copyOf(customers);
    }

    /** What the tenant shows to IAM when it asks for a credential of a customer: all that it gets stands and falls with it. */
    public Version<?> shownToIam() {
        return iam.user() == null ? keys.version() : iam.user().password().version();
    }

    /** Everything that calls in this tenant's business are made with, as it is now. */
    public Stream<Version<?>> credentials() {
        return Stream.concat(
                Stream.of(keys.version(), shownToIam()),
                customers.values().stream().map(Current::version));
    }
}
