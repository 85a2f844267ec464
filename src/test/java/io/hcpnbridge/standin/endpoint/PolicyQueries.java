package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.IncentivePolicies;
import io.hcpnbridge.standin.state.PartnerRole;
import io.hcpnbridge.standin.state.Site;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.util.List;

/** Incentive and discount policies of a month: China only, no resellers, rows counted from 0. */
final class PolicyQueries {
    private final IncentivePolicies policies;

    PolicyQueries(IncentivePolicies policies) {
        this.policies = policies;
    }

    WireResponse list(Incoming call) {
        if (call.caller().partner().site() == Site.INTERNATIONAL) {
            throw ApiError.gateway(404, "APIGW.0101", "The API does not exist or has not been published");
        }
        if (!call.caller().isPartner() || call.caller().partner().role() == PartnerRole.RESELLER) {
            throw ApiError.denied("only solution providers and distributors may call this API");
        }
        Params params = new Params(call, "time", "service_type_code", "offset", "limit");
        params.refuseEmpty("time", "offset", "limit");
        String month = params.text("time", 20);
        if (month == null || !month.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw ApiError.parameter("time is not a month like 2026-03");
        }
        int offset = params.whole("offset", 0, Integer.MAX_VALUE, 0);
        int limit = params.whole("limit", 1, 100, 10);
        List<IncentivePolicies.Policy> found = policies.find(month, params.text("service_type_code", 64));
        ObjectNode answer = Json.object().put("total_count", found.size());
        var rows = answer.putArray("policies");
        Page.of(found, offset, limit).forEach(policy -> rows.addObject()
                .put("service_type_code", policy.serviceCode())
                .put("service_type_name", policy.serviceName())
                .put("incentive_policy", policy.incentive())
                .put("allow_discount", policy.discountAllowed() ? "YES" : "NO"));
        return WireResponse.json(200, answer);
    }
}
