package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.Customer;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.RenewalRefusal;
import io.hcpnbridge.standin.state.RenewalRequest;
import io.hcpnbridge.standin.state.RenewalResult;
import io.hcpnbridge.standin.state.Term;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.util.List;

/** Old and new renewal: the same effect, refused with 200 and a code by the one, with 400 by the other. */
final class RenewEndpoints {
    private final PartnerState state;

    RenewEndpoints(PartnerState state) {
        this.state = state;
    }

    WireResponse old(Incoming call) {
        Customer customer = Visibility.requireCustomer(call);
        Visibility.checkDomain(call);
        Body body = new Body(call, "resource_ids", "period_type", "period_num", "expire_mode", "isAutoPay");
        List<String> ids = body.mandatoryTexts("resource_ids", 10);
        Term term = new Term(body.mandatory("period_type", 2, 3), body.mandatory("period_num", 1, Integer.MAX_VALUE));
        int expirePolicy = body.mandatory("expire_mode", 0, 3);
        boolean autoPay = body.whole("isAutoPay", 0, 1, 0) == 1;
        if (!term.isOffered()) {
            RenewalRefusal reason = RenewalRefusal.NO_SUCH_PERIOD;
            throw ApiError.business(200, reason.oldCode(), reason.text());
        }
        RenewalResult result = state.renew(new RenewalRequest(customer.id(), ids, term, autoPay, expirePolicy, false));
        if (result.refusal() != null) {
            throw refusal(200, result.refusal().oldCode(), result);
        }
        ObjectNode answer = OldShape.success();
        result.orderIds().forEach(answer.putArray("order_ids")::add);
        return WireResponse.json(200, answer);
    }

    WireResponse current(Incoming call) {
        Customer customer = Visibility.requireCustomer(call);
        Body body = new Body(call, "resource_ids", "period_type", "period_num", "is_auto_pay");
        List<String> ids = body.mandatoryTexts("resource_ids", 10);
        Term term = new Term(body.mandatory("period_type", 2, 3), body.mandatory("period_num", 1, 11));
        boolean autoPay = body.whole("is_auto_pay", 0, 1, 0) == 1;
        if (!term.isOffered()) {
            throw ApiError.parameter("period_num is not in 1..3");
        }
        RenewalResult result = state.renew(new RenewalRequest(customer.id(), ids, term, autoPay, null, true));
        if (result.refusal() != null) {
            throw refusal(400, result.refusal().newCode(), result);
        }
        ObjectNode answer = Json.object();
        result.orderIds().forEach(answer.putArray("order_ids")::add);
        if (!result.failed().isEmpty()) {
            var failed = answer.putArray("fail_resource_infos");
            result.failed().forEach((id, reason) -> failed.addObject()
                    .put("error_code", reason.newCode())
                    .put("error_msg", reason.text())
                    .put("resource_id", id));
        }
        return WireResponse.json(200, answer);
    }

    private static ApiError refusal(int status, String code, RenewalResult result) {
        ApiError error = ApiError.business(status, code, result.refusal().text());
        return result.refusal() == RenewalRefusal.EXPIRED ? error.expired(result.refused()) : error;
    }
}
