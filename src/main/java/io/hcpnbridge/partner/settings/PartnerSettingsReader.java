package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.secret.SecretWatch;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Checks {@link PartnerProperties} and reads the secrets. */
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

    /** @throws io.hcpnbridge.config.InvalidConfigurationException with all faults */
    PartnerSettings read() {
        var faults = new Faults();
        Site site = properties.site();
        faults.require(site != null, "partner.site", "is missing: set china or international");
        var endpoint = site == null ? null : faults.keep(() -> endpoint(site));
        var iamEndpoint = faults.keep(() -> EndpointRule.check("partner.iam-endpoint", properties.iamEndpoint()));
        var tenants = new TenantsReader(properties, secrets).read(faults);
        var connect = faults.keep(() -> duration("partner.connect-timeout", properties.connectTimeout()));
        var response = faults.keep(() -> duration("partner.response-timeout", properties.responseTimeout()));
        var temporaryKeys = faults.keep(() -> IamSettingsReader.duration(properties.temporaryKeysDuration()));
        var largest = faults.keep(this::maxResponseSize);
        var quotas = quotas(faults);
        var months = faults.keep(this::billMonths);
        var clock = faults.keep(this::clockDifferenceLongest);
        faults.throwAny();
        Caller queryCaller = properties.orders().resourceQueryCaller();
        return new PartnerSettings(
                site,
                endpoint,
                iamEndpoint,
                tenants,
                queryCaller == null ? site.resourceQueryCaller() : queryCaller,
                connect,
                response,
                largest,
                properties.sendDomainId(),
                temporaryKeys,
                quotas,
                months,
                clock);
    }

    private URI endpoint(Site site) {
        String text = properties.endpoint();
        if (text == null || text.isBlank()) {
            return URI.create("https://" + site.host());
        }
        String property = "partner.endpoint";
        return EndpointRule.checkSite(property, EndpointRule.check(property, text), site);
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

    private Map<String, Integer> quotas(Faults faults) {
        Map<String, Integer> quotas = properties.quotas() == null ? Map.of() : properties.quotas();
        quotas.forEach((api, quota) -> faults.require(
                quota != null && quota >= 1 && quota <= LARGEST_QUOTA,
                "partner.quotas." + api,
                "must be between 1 and 1000"));
        return quotas;
    }
}
