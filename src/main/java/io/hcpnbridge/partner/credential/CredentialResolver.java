package io.hcpnbridge.partner.credential;

import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.settings.TenantSettings;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Finds the keys for the {@link PartnerRequest} in the body and the property {@code tenant}; leaves them in the property
 * {@code credential}.
 */
@Component("credentialResolver")
public class CredentialResolver implements Processor {
    private final PartnerSettings settings;
    private final CustomerCredentials customers;

    CredentialResolver(PartnerSettings settings, CustomerCredentials customers) {
        this.settings = settings;
        this.customers = customers;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        exchange.removeProperty(CallProperties.CREDENTIAL);
        PartnerRequest request = exchange.getMessage().getMandatoryBody(PartnerRequest.class);
        exchange.setProperty(CallProperties.REQUEST, request);
        exchange.setProperty(
                CallProperties.CREDENTIAL, resolve(exchange.getProperty(CallProperties.TENANT, String.class), request));
    }

    /**
     * The keys in whose name this tenant's request is made.
     *
     * @throws UnknownCredentialException if the tenant is not configured or has no keys of that customer
     */
    public Credential resolve(String tenant, PartnerRequest request) {
        TenantSettings settingsOfTenant = settings.tenant(tenant)
                .orElseThrow(() ->
                        new UnknownCredentialException("The tenant is not configured: set partner.tenants." + tenant));
        Credential credential = request.caller() == Caller.PARTNER
                ? ofPartner(settingsOfTenant)
                : ofCustomer(tenant, request.customer());
        if (!credential.mayCall(tenant, request)) {
            throw new UnknownCredentialException("The keys found belong to another tenant or customer");
        }
        return credential;
    }

    private static Credential ofPartner(TenantSettings tenant) {
        return Credential.ofPartner(
                tenant.name(),
                tenant.domainId(),
                tenant.keys().accessKey(),
                tenant.keys().secretKey());
    }

    private Credential ofCustomer(String tenant, String customer) {
        if (customer == null || customer.isBlank()) {
            throw new UnknownCredentialException("The call is made in a customer's name but names no customer");
        }
        return customers
                .find(tenant, customer)
                .orElseThrow(
                        () -> new UnknownCredentialException("There are no keys of the customer: set partner.tenants."
                                + tenant + ".customers." + customer + ".access-key and secret-key"));
    }
}
