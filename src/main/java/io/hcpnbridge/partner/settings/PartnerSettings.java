package io.hcpnbridge.partner.settings;

import io.hcpnbridge.partner.Caller;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code partner.*} settings, checked and complete; holds secrets only as {@link io.hcpnbridge.secret.Secret}.
 *
 * @param endpoint scheme and authority of the partner API, nothing else
 * @param maxResponseSize bytes
 * @param quotas calls a second by API name, as far as configured
 * @param billMonths how many months back the partner keeps consumption records
 * @param clockDifferenceLongest how far the partner's time may be from this machine's for signatures to follow it
 */
public record PartnerSettings(
        Site site,
        URI endpoint,
        URI iamEndpoint,
        Map<String, TenantSettings> tenants,
        Caller resourceQueryCaller,
        Duration connectTimeout,
        Duration responseTimeout,
        int maxResponseSize,
        boolean sendDomainId,
        Duration temporaryKeysDuration,
        Map<String, Integer> quotas,
        int billMonths,
        Duration clockDifferenceLongest) {
    public PartnerSettings {
        tenants = Map.copyOf(tenants);
        quotas = Map.copyOf(quotas);
    }

    public Optional<TenantSettings> tenant(String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(tenants.get(name));
    }
}
