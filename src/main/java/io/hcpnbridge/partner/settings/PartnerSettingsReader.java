package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.SecretWatch;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Checks {@link PartnerProperties} and reads the secrets; the first fault stops it. */
final class PartnerSettingsReader {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long SMALLEST_RESPONSE = 1_024;
    private static final long LARGEST_RESPONSE = 256L * 1_024 * 1_024;
    private static final int LARGEST_QUOTA = 1_000;
    private static final int MOST_BILL_MONTHS = 1_200;

    private final PartnerProperties properties;
    private final SecretWatch secrets;

    PartnerSettingsReader(PartnerProperties properties, SecretWatch secrets) {
        this.properties = properties;
        this.secrets = secrets;
    }

    PartnerSettings read() {
        Site site = properties.site();
        if (site == null) {
            throw new InvalidConfigurationException("partner.site", "is missing: set china or international");
        }
        Caller queryCaller = properties.orders().resourceQueryCaller();
        return new PartnerSettings(
                site,
                endpoint(site),
                EndpointRule.check("partner.iam-endpoint", properties.iamEndpoint()),
                tenants(),
                queryCaller == null ? site.resourceQueryCaller() : queryCaller,
                duration("partner.connect-timeout", properties.connectTimeout()),
                duration("partner.response-timeout", properties.responseTimeout()),
                maxResponseSize(),
                properties.sendDomainId(),
                IamSettingsReader.duration(properties.temporaryKeysDuration()),
                quotas(),
                billMonths(),
                clockDifferenceLongest());
    }

    private URI endpoint(Site site) {
        String text = properties.endpoint();
        if (text == null || text.isBlank()) {
            return URI.create("https://" + site.host());
        }
        String property = "partner.endpoint";
        return EndpointRule.checkSite(property, EndpointRule.check(property, text), site);
    }

    private Map<String, TenantSettings> tenants() {
        if (properties.tenants() == null || properties.tenants().isEmpty()) {
            throw new InvalidConfigurationException(
                    "partner.tenants", "is empty: set domain-id, access-key and secret-key of at least one tenant");
        }
        Map<String, TenantSettings> tenants = new TreeMap<>();
        properties.tenants().forEach((name, tenant) -> tenants.put(name, tenant(name, tenant)));
        return tenants;
    }

    private TenantSettings tenant(String name, PartnerProperties.Tenant tenant) {
        String prefix = "partner.tenants." + name;
        if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new InvalidConfigurationException(
                    prefix, "has no good name: use up to 32 of a-z, 0-9 and -, beginning with a letter or digit");
        }
        String language = tenant.language();
        if (language != null && !language.equals("zh_CN") && !language.equals("en_US")) {
            throw new InvalidConfigurationException(prefix + ".language", "must be zh_CN or en_US");
        }
        String platformId = Identifier.optional(prefix + ".platform-id", tenant.platformId(), tenant.platformIdFile());
        return new TenantSettings(
                name,
                Identifier.required(prefix + ".domain-id", tenant.domainId(), tenant.domainIdFile()),
                platformId,
                KeySettings.of(prefix, tenant).kept(secrets),
                tenant.ordersGeneration() == null ? properties.orders().generation() : tenant.ordersGeneration(),
                language,
                tenant.role(),
                new IamSettingsReader(prefix, tenant, secrets).read(platformId),
                customers(prefix, tenant.customers()));
    }

    private Map<String, Current<Keys>> customers(String tenant, Map<String, PartnerProperties.Customer> configured) {
        Map<String, Current<Keys>> customers = new TreeMap<>();
        if (configured != null) {
            configured.forEach((id, customer) -> customers.put(id, keys(tenant + ".customers." + id, id, customer)));
        }
        return customers;
    }

    private Current<Keys> keys(String prefix, String id, PartnerProperties.Customer customer) {
        Identifier.check(prefix, id);
        return KeySettings.of(prefix, customer).kept(secrets);
    }

    private static Duration duration(String property, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(LONGEST) > 0) {
            throw new InvalidConfigurationException(property, "must be between 1ms and 10m");
        }
        return value;
    }

    private Duration clockDifferenceLongest() {
        Duration longest = properties.clockDifferenceLongest();
        if (longest.isNegative() || longest.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidConfigurationException("partner.clock-difference-longest", "must be between 0 and 1d");
        }
        return longest;
    }

    private int maxResponseSize() {
        long bytes = properties.maxResponseSize().toBytes();
        if (bytes < SMALLEST_RESPONSE || bytes > LARGEST_RESPONSE) {
            throw new InvalidConfigurationException("partner.max-response-size", "must be between 1KB and 256MB");
        }
        return Math.toIntExact(bytes);
    }

    private int billMonths() {
        if (properties.billMonths() < 1 || properties.billMonths() > MOST_BILL_MONTHS) {
            throw new InvalidConfigurationException("partner.bill-months", "must be between 1 and " + MOST_BILL_MONTHS);
        }
        return properties.billMonths();
    }

    private Map<String, Integer> quotas() {
        Map<String, Integer> quotas = properties.quotas() == null ? Map.of() : properties.quotas();
        quotas.forEach((api, quota) -> {
            if (quota == null || quota < 1 || quota > LARGEST_QUOTA) {
                throw new InvalidConfigurationException("partner.quotas." + api, "must be between 1 and 1000");
            }
        });
        return quotas;
    }
}
