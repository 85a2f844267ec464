package io.hcpnbridge.partner.credential;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.CustomerIdentity;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.settings.CustomerAccess;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.settings.TenantSettings;
import io.hcpnbridge.text.Words;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Finds the credential for a call. The property {@code credentialFound} says whether there is one; if not, IAM is to be asked.
 */
@LeavesForRoutes(CredentialResolver.FOUND)
@Component("credentialResolver")
public class CredentialResolver implements Processor, IamNeed {
    /** Exchange property: {@code true} or {@code false}. */
    static final String FOUND = "credentialFound";

    private final PartnerSettings settings;
    private final List<CustomerCredentials> customers;

    /** @param customers in the order in which they are asked */
    CredentialResolver(PartnerSettings settings, List<CustomerCredentials> customers) {
        this.settings = settings;
        this.customers = List.copyOf(customers);
    }

    @Override
    public void process(Exchange exchange) {
        PartnerCall call = PartnerCall.of(exchange);
        find(call.tenant(), call.request()).ifPresent(call::take);
        exchange.setProperty(FOUND, String.valueOf(call.credential().isPresent()));
    }

    /**
     * The credential in whose name this tenant's request is made; empty if IAM is to be asked for it.
     *
     * @throws UnknownCredentialException if the tenant is not configured, or there is none of that customer and no way to one
     */
    public Optional<Credential> find(String tenant, PartnerRequest request) {
        TenantSettings found = tenant(tenant);
        Optional<Credential> credential = request.caller() == Caller.PARTNER
                ? Optional.of(ofPartner(found))
                : ofCustomer(identity(found, request));
        if (credential.isEmpty() && !found.iam().canAsk()) {
            throw new UnknownCredentialException(missing(found, request));
        }
        if (credential.isPresent() && !credential.get().mayCall(tenant, request)) {
            throw new UnknownCredentialException(
                    new Words("The keys found belong to another tenant or customer", "找到的密钥属于其他租户或客户"));
        }
        return credential;
    }

    @Override
    public boolean asksIam(String tenant, PartnerRequest request) {
        try {
            return find(tenant, request).isEmpty();
        } catch (UnknownCredentialException e) {
            return false;
        }
    }

    /** Whose credential a customer's call needs; a project counts only where tokens are used. */
    public CustomerIdentity identity(String tenant, PartnerRequest request) {
        return identity(tenant(tenant), request);
    }

    /** The partner account's own keys. */
    public Credential ofPartner(String tenant) {
        return ofPartner(tenant(tenant));
    }

    private TenantSettings tenant(String name) {
        return settings.tenant(name)
                .orElseThrow(() -> new UnknownCredentialException(Words.of(
                        "The tenant is not configured: set partner.tenants.%s",
                        "租户没有配置：请设置 partner.tenants.%s", name)));
    }

    private static Credential ofPartner(TenantSettings tenant) {
        var version = tenant.keys().version();
        var keys = version.value();
        return Credential.ofPartner(tenant.name(), tenant.domainId(), keys.accessKey(), keys.secretKey())
                .madeFrom(version);
    }

    private static CustomerIdentity identity(TenantSettings tenant, PartnerRequest request) {
        if (request.customer() == null || request.customer().isBlank()) {
            throw new UnknownCredentialException(
                    new Words("The call is made in a customer's name but names no customer", "调用以客户的名义发出，却没有指明客户"));
        }
        boolean inProject = tenant.iam().access() == CustomerAccess.TOKEN;
        return new CustomerIdentity(tenant.name(), request.customer(), inProject ? request.project() : null);
    }

    private Optional<Credential> ofCustomer(CustomerIdentity identity) {
        return customers.stream()
                .flatMap(source -> source.find(identity).stream())
                .findFirst();
    }

    private static Words missing(TenantSettings tenant, PartnerRequest request) {
        String prefix = "partner.tenants." + tenant.name() + ".";
        Words orAgency = tenant.iam().access() == CustomerAccess.CONFIGURED
                ? Words.NONE
                : Words.of(", or %sagency-name", "，或 %sagency-name", prefix);
        return Words.of(
                "There are no keys of the customer: set %scustomers.%s.access-key and secret-key%s",
                "没有该客户的密钥：请设置 %scustomers.%s.access-key 和 secret-key%s", prefix, request.customer(), orAgency);
    }
}
