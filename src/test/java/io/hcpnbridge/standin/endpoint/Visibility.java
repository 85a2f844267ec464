package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.Customer;
import io.hcpnbridge.standin.state.KeyHolder;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.Partner;
import io.hcpnbridge.standin.state.PartnerRole;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.Site;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whose orders a caller sees: the old generation hides a partner's consulting-model customers, the new does not. */
final class Visibility {
    private final PartnerState state;

    Visibility(PartnerState state) {
        this.state = state;
    }

    /** @throws ApiError 403 unless the path's domain id is the caller's own */
    static void checkDomain(Incoming call) {
        if (!call.variables().get(0).equals(call.caller().domainId())) {
            throw ApiError.denied("domain_id is not the caller's");
        }
    }

    /** @throws ApiError 403 if the partner calls what only customers may */
    static Customer requireCustomer(Incoming call) {
        if (call.caller().isPartner()) {
            throw ApiError.denied("only customers may call this API");
        }
        return call.caller().customer();
    }

    /** @throws ApiError 403 if a customer calls what only partners may */
    static Partner requirePartner(Incoming call) {
        if (!call.caller().isPartner()) {
            throw ApiError.denied("only partners may call this API");
        }
        return call.caller().partner();
    }

    /** @throws ApiError 403 unless a solution provider or a distributor calls */
    static Partner requireDirectPartner(Incoming call) {
        if (requirePartner(call).role() == PartnerRole.RESELLER) {
            throw ApiError.denied("resellers may not call this API");
        }
        return call.caller().partner();
    }

    /** @throws ApiError 403 unless a distributor calls */
    static Partner requireDistributor(Incoming call) {
        if (!requirePartner(call).distributor()) {
            throw ApiError.denied("only distributors may call this API");
        }
        return call.caller().partner();
    }

    /** @throws ApiError 404 if the caller's site does not offer the API */
    static void requireSite(Incoming call, Site site) {
        if (call.caller().partner().site() != site) {
            throw ApiError.gateway(404, "APIGW.0101", "The API does not exist or has not been published");
        }
    }

    Set<String> old(KeyHolder caller, String customerId) {
        return caller.isPartner() ? narrowed(caller, customerId, Customer::resale) : own(caller, customerId);
    }

    /** @param reseller ignored unless the caller is a distributor */
    Set<String> current(KeyHolder caller, String customerId, String reseller) {
        if (!caller.isPartner()) {
            return own(caller, customerId);
        }
        if (!caller.partner().distributor()) {
            return narrowed(caller, customerId, customer -> true);
        }
        Predicate<Customer> ofReseller = customer -> Objects.equals(customer.indirectPartnerId(), reseller);
        if (reseller != null
                && state.customersOf(caller.partner().domainId(), ofReseller).isEmpty()) {
            throw ApiError.business(400, "CBC.99000037", "No permission for that reseller.");
        }
        return narrowed(caller, customerId, ofReseller);
    }

    /** Whether the partner pays for the customer. */
    boolean isResale(String customerId) {
        return state.customer(customerId).map(Customer::resale).orElse(false);
    }

    /** The order, if it is one of theirs. */
    Optional<Order> order(String id, Set<String> customers) {
        return state.order(id).filter(order -> customers.contains(order.customerId()));
    }

    private Set<String> narrowed(KeyHolder caller, String customerId, Predicate<Customer> which) {
        if (customerId == null) {
            return state.customersOf(caller.partner().domainId(), which);
        }
        Customer customer = state.customer(customerId)
                .filter(c -> c.partnerId().equals(caller.partner().domainId()))
                .orElseThrow(() ->
                        ApiError.business(400, "CBC.99000035", "The customer is not a sub-customer of the partner."));
        return which.test(customer) ? Set.of(customerId) : Set.of();
    }

    private static Set<String> own(KeyHolder caller, String customerId) {
        if (customerId != null && !customerId.equals(caller.domainId())) {
            throw ApiError.denied("customer_id is not the caller's");
        }
        return Set.of(caller.domainId());
    }
}
