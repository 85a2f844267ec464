package io.hcpnbridge.partner.credential;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.CustomerIdentity;
import java.util.Optional;

/** A source of customers' credentials. */
public interface CustomerCredentials {
    /**
     * The credential of this tenant's customer, ready to call with.
     *
     * @return empty if this source has none for exactly this customer of exactly this tenant
     */
    Optional<Credential> find(CustomerIdentity identity);
}
