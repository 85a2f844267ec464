package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.OnDemandResource;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.TimeRange;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.Instant;
import java.util.List;

/** Pay-per-use resources of the partner's resale customers; on both sites. */
final class OnDemandResources {
    private final PartnerState state;
    private final Visibility visibility;

    OnDemandResources(PartnerState state, Visibility visibility) {
        this.state = state;
        this.visibility = visibility;
    }

    WireResponse query(Incoming call) {
        Visibility.requirePartner(call);
        Body body = new Body(
                call,
                "customer_id",
                "region_code",
                "service_type_code",
                "resource_ids",
                "effective_time_begin",
                "effective_time_end",
                "offset",
                "limit",
                "status",
                "indirect_partner_id");
        boolean english = Language.isEnglish(call);
        int offset = body.whole("offset", 0, Integer.MAX_VALUE, 0);
        int limit = body.whole("limit", 1, 100, 10);
        List<OnDemandResource> found = find(customerId(call, body), body);
        ObjectNode answer = Json.object().put("total_count", found.size());
        var resources = answer.putArray("resources");
        Page.of(found, offset, limit).forEach(resource -> resources.add(shape(resource, english)));
        return WireResponse.json(200, answer);
    }

    /** Resale customers only; a distributor names the reseller of its resellers' customers. */
    private String customerId(Incoming call, Body body) {
        String id = body.mandatoryText("customer_id", 64);
        String reseller = body.text("indirect_partner_id", 64);
        boolean visible = visibility.current(call.caller(), id, reseller).contains(id);
        if (!visible || !state.customer(id).orElseThrow().resale()) {
            throw ApiError.business(400, "CBC.99000000", "No permission for that customer.");
        }
        return id;
    }

    private List<OnDemandResource> find(String customerId, Body body) {
        String region = body.text("region_code", 64);
        String service = body.text("service_type_code", 64);
        List<String> ids = body.texts("resource_ids", 50);
        Integer status = body.whole("status", 1, 6);
        TimeRange effective = new TimeRange(time(body, "effective_time_begin"), time(body, "effective_time_end"));
        return state.onDemandResources().stream()
                .filter(resource -> resource.customerId().equals(customerId))
                .filter(resource -> region == null || region.equals(resource.region()))
                .filter(resource ->
                        service == null || service.equals(resource.service().code()))
                .filter(resource -> ids.isEmpty() || ids.contains(resource.id()))
                .filter(resource -> status == null || status == resource.status())
                .filter(resource -> effective.contains(resource.effective()))
                .toList();
    }

    private static ObjectNode shape(OnDemandResource resource, boolean english) {
        return Json.object()
                .put("customer_id", resource.customerId())
                .put("region_code", resource.region())
                .put("availability_zone_code", resource.region() + "a")
                .put("service_type_code", resource.service().code())
                .put("resource_type_code", resource.type())
                .put(
                        "service_type_name",
                        english
                                ? resource.service().englishName()
                                : resource.service().chineseName())
                .put("resource_type_name", english ? "Resource" : "资源")
                .put("resource_id", resource.id())
                .put("resource_name", resource.name())
                .put("effective_time", UtcTime.text(resource.effective()))
                .put("expire_time", UtcTime.text(resource.expires()))
                .put("status", resource.status())
                .put("resource_spec_code", resource.spec())
                .put("resource_info", resource.info())
                .put(
                        "product_spec_desc",
                        english ? "General computing-plus|" + resource.spec() : "通用计算增强型|" + resource.spec());
    }

    private static Instant time(Body body, String name) {
        String text = body.text(name, 20);
        return text == null ? null : UtcTime.of(name, text);
    }
}
