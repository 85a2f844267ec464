package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.SecretWatch;
import java.util.Map;
import java.util.TreeMap;

/** Checks the partner accounts and reads their secrets. */
final class TenantsReader {
    private static final String ALL = "partner.tenants";

    private final PartnerProperties properties;
    private final SecretWatch secrets;

    TenantsReader(PartnerProperties properties, SecretWatch secrets) {
        this.properties = properties;
        this.secrets = secrets;
    }

    /** By name; those that have a fault are left out. */
    Map<String, TenantSettings> read(Faults faults) {
        var written = properties.tenants() == null ? Map.<String, PartnerProperties.Tenant>of() : properties.tenants();
        faults.require(
                !written.isEmpty(), ALL, "is empty: set domain-id, access-key and secret-key of at least one tenant");
        Map<String, TenantSettings> tenants = new TreeMap<>();
        new TreeMap<>(written).forEach((name, tenant) -> {
            var read = faults.keep(() -> tenant(name, tenant));
            if (read != null) {
                tenants.put(name, read);
            }
        });
        return tenants;
    }

    private TenantSettings tenant(String name, PartnerProperties.Tenant tenant) {
        var prefix = ALL + "." + name;
        var faults = new Faults();
        faults.require(
                name.matches("[a-z0-9][a-z0-9-]{0,31}"),
                prefix,
                "has no good name: use up to 32 of a-z, 0-9 and -, beginning with a letter or digit");
        var language = tenant.language();
        faults.require(
                language == null || language.equals("zh_CN") || language.equals("en_US"),
                prefix + ".language",
                "must be zh_CN or en_US");
        var platformId = faults.keep(
                () -> Identifier.optional(prefix + ".platform-id", tenant.platformId(), tenant.platformIdFile()));
        var domainId =
                faults.keep(() -> Identifier.required(prefix + ".domain-id", tenant.domainId(), tenant.domainIdFile()));
        var keys = faults.keep(() -> new KeySettings(secrets).read(prefix, tenant));
        var iam = faults.keep(() -> new IamSettingsReader(prefix, tenant, secrets).read(platformId));
        var customers = customers(prefix, tenant.customers(), faults);
        faults.throwAny();
        var generation = tenant.ordersGeneration();
        return new TenantSettings(
                name,
                domainId,
                platformId,
                keys,
                generation == null ? properties.orders().generation() : generation,
                language,
                tenant.role(),
                iam,
                customers);
    }

    private Map<String, Current<Keys>> customers(
            String tenant, Map<String, PartnerProperties.Customer> configured, Faults faults) {
        Map<String, Current<Keys>> customers = new TreeMap<>();
        if (configured != null) {
            configured.forEach((id, customer) -> {
                var prefix = tenant + ".customers." + id;
                var keys = faults.keep(() -> {
                    Identifier.check(prefix, id);
                    return new KeySettings(secrets).read(prefix, customer);
                });
                customers.put(id, keys);
            });
        }
        return customers;
    }
}
