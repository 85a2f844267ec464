package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.KeyHolder;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.Resource;
import io.hcpnbridge.standin.state.Site;
import io.hcpnbridge.standin.state.TimeRange;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The new query of yearly/monthly resources; tells provisioned ones only. */
final class ResourceQueries {
    private final PartnerState state;
    private final Settings settings;

    ResourceQueries(PartnerState state, Settings settings) {
        this.state = state;
        this.settings = settings;
    }

    WireResponse query(Incoming call) {
        checkCaller(call.caller());
        Body body = new Body(
                call,
                "resource_ids",
                "order_id",
                "only_main_resource",
                "status_list",
                "offset",
                "limit",
                "expire_time_begin",
                "expire_time_end",
                "service_type_code");
        int offset = body.whole("offset", 0, 2147483646, 0);
        int limit = body.whole("limit", 1, 500, 10);
        List<Resource> found = find(call, body);
        ObjectNode answer = Json.object().put("total_count", found.size());
        var data = answer.putArray("data");
        NewShape shape = new NewShape(false);
        Page.of(found, offset, limit).forEach(resource -> data.add(shape.resource(resource)));
        return WireResponse.json(200, answer);
    }

    private List<Resource> find(Incoming call, Body body) {
        List<String> ids = body.texts("resource_ids", 50);
        String orderId = body.text("order_id", 64);
        boolean primaryOnly = body.whole("only_main_resource", 0, 1, 0) == 1;
        List<Integer> lifeCycles = body.wholes("status_list", 10, 2, 5);
        String service = body.text("service_type_code", 64);
        TimeRange expiry = new TimeRange(time(body, "expire_time_begin"), time(body, "expire_time_end"));
        Set<String> customers = customers(call.caller());
        return state.resources().stream()
                .filter(r -> r.isProvisioned() && customers.contains(r.customerId()))
                .filter(r -> ids.isEmpty()
                        || ids.contains(r.id())
                        || (!primaryOnly && r.parentId() != null && ids.contains(r.parentId())))
                .filter(r -> orderId == null
                        || state.order(orderId)
                                .map(o -> o.resources().contains(r.id()))
                                .orElse(false))
                .filter(r -> !primaryOnly || r.isPrimary())
                .filter(r -> lifeCycles.isEmpty() || lifeCycles.contains(r.lifeCycle()))
                .filter(r -> service == null || service.equals(r.service().code()))
                .filter(r -> expiry.contains(r.expires()))
                .toList();
    }

    private Set<String> customers(KeyHolder caller) {
        return caller.isPartner()
                ? state.customersOf(caller.partner().domainId(), customer -> true)
                : Set.of(caller.domainId());
    }

    private void checkCaller(KeyHolder caller) {
        boolean forPartners = settings.resourceQueryByPartner(caller.partner().site() == Site.CHINA);
        if (caller.isPartner() != forPartners) {
            throw ApiError.denied(
                    "on this site only " + (forPartners ? "partners" : "customers") + " may call this API");
        }
    }

    private static Instant time(Body body, String name) {
        String text = body.text(name, 20);
        return text == null ? null : UtcTime.of(name, text);
    }
}
