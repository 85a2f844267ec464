package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.Customer;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.Resource;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What shall happen when a resource expires: renew automatically or not, become pay-per-use. */
final class ExpiryPolicies {
    private static final int GRACE_PERIOD = 0;
    private static final int TO_PAY_PER_USE = 1;

    private final PartnerState state;
    private final Clock clock;

    ExpiryPolicies(PartnerState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    WireResponse autoRenewOn(Incoming call) {
        Resource resource = named(call);
        new Body(call, "auto_renew_times").whole("auto_renew_times", 0, 99);
        if (!resource.isAlive(clock.instant())) {
            throw ApiError.business(400, "CBC.99003602", "The resource has expired or is frozen.");
        }
        return set(resource, Resource.RENEW_AUTOMATICALLY);
    }

    WireResponse autoRenewOff(Incoming call) {
        Resource resource = named(call);
        if (resource.expirePolicy() != Resource.RENEW_AUTOMATICALLY) {
            throw ApiError.business(400, "CBC.99003605", "Automatic renewal is already off.");
        }
        return set(resource, GRACE_PERIOD);
    }

    /** 204 if all could be set, else 200 with the ones that could not. */
    WireResponse toOnDemand(Incoming call) {
        Customer customer = Visibility.requireCustomer(call);
        Body body = new Body(call, "operation", "resource_ids");
        String operation = body.text("operation", 10);
        if (!"SET_UP".equals(operation) && !"CANCEL".equals(operation)) {
            throw ApiError.parameter("operation is neither SET_UP nor CANCEL");
        }
        List<String> ids = body.mandatoryTexts("resource_ids", 100);
        ObjectNode answer = Json.object();
        var errors = answer.putArray("error_details");
        for (String id : ids) {
            Optional<Resource> resource = own(customer, id).filter(r -> r.isAlive(clock.instant()));
            if (resource.isPresent()) {
                set(resource.get(), operation.equals("SET_UP") ? TO_PAY_PER_USE : GRACE_PERIOD);
            } else {
                errors.addObject()
                        .put("error_code", "CBC.99003012")
                        .put("error_msg", "There is no such resource.")
                        .put("id", id);
            }
        }
        return errors.isEmpty() ? WireResponse.noContent() : WireResponse.json(200, answer);
    }

    private Resource named(Incoming call) {
        Customer customer = Visibility.requireCustomer(call);
        new Params(call);
        return own(customer, call.variables().get(0))
                .orElseThrow(() -> ApiError.business(400, "CBC.99003012", "There is no such resource."));
    }

    private Optional<Resource> own(Customer customer, String id) {
        return state.resource(id).filter(r -> r.customerId().equals(customer.id()) && r.isProvisioned());
    }

    private WireResponse set(Resource resource, int policy) {
        state.changeResource(resource.id(), draft -> draft.expirePolicy(policy));
        return WireResponse.noContent();
    }
}
