package io.hcpnbridge.partner.settings;

import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.secret.Secret;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code partner.*} as written by the operator, unchecked. The rest of the program uses {@link PartnerSettings}.
 *
 * @param endpoint default: by site
 * @param sendDomainId whether X-Domain-Id is sent
 * @param temporaryKeysDuration how long temporary keys of customers are asked for
 * @param quotas calls a second by API name
 * @param billMonths how many months back the partner keeps consumption records
 * @param clockDifferenceLongest how far the partner's time may be from this machine's for signatures to follow it
 */
@ConfigurationProperties("partner")
public record PartnerProperties(
        Site site,
        String endpoint,
        @DefaultValue("https://iam.myhuaweicloud.com") String iamEndpoint,
        Map<String, Tenant> tenants,
        @DefaultValue Orders orders,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration responseTimeout,
        @DefaultValue("16MB") DataSize maxResponseSize,
        @DefaultValue("false") boolean sendDomainId,
        @DefaultValue("1h") Duration temporaryKeysDuration,
        Map<String, Integer> quotas,
        @DefaultValue("18") int billMonths,
        @DefaultValue("15m") Duration clockDifferenceLongest) {

    /** {@code partner.orders.*}; the caller of resource queries goes by the site when not set. */
    public record Orders(@DefaultValue("auto") OrdersGeneration generation, Caller resourceQueryCaller) {}

    /** {@code partner.tenants.<name>.*}: one partner account. */
    public record Tenant(
            String domainId,
            String domainIdFile,
            String platformId,
            String platformIdFile,
            Secret accessKey,
            String accessKeyFile,
            Secret secretKey,
            String secretKeyFile,
            OrdersGeneration ordersGeneration,
            String language,
            Role role,
            CustomerAccess customerAccess,
            String agencyName,
            String iamDomainName,
            String iamUser,
            Secret iamPassword,
            String iamPasswordFile,
            Map<String, Customer> customers) {}

    /** {@code partner.tenants.<name>.customers.<id>.*}: a customer's own keys; the token belongs to temporary ones. */
    public record Customer(
            Secret accessKey,
            String accessKeyFile,
            Secret secretKey,
            String secretKeyFile,
            Secret securityToken,
            String securityTokenFile) {}
}
