package io.hcpnbridge.partner.credential;

import java.util.Optional;

/** A source of customers' keys. */
public interface CustomerCredentials {
    /**
     * The keys of this tenant's customer, ready to sign with.
     *
     * @return empty if this source has none for exactly this customer of exactly this tenant
     */
    Optional<Credential> find(String tenant, String customerId);
}
