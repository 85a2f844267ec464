package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.Coupon;
import io.hcpnbridge.standin.state.CouponQuota;
import io.hcpnbridge.standin.state.Customer;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.Partner;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.Site;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.util.List;
import java.util.Set;

/** Coupon quotas that a distributor issued, and the coupons an order can be paid with; China only. */
final class Coupons {
    private final PartnerState state;
    private final Visibility visibility;

    Coupons(PartnerState state, Visibility visibility) {
        this.state = state;
        this.visibility = visibility;
    }

    WireResponse issuedQuotas(Incoming call) {
        Visibility.requireSite(call, Site.CHINA);
        Partner distributor = Visibility.requireDistributor(call);
        Params params = new Params(call, "quota_id", "indirect_partner_id", "parent_quota_id", "offset", "limit");
        String id = params.filter("quota_id", 64);
        String reseller = params.filter("indirect_partner_id", 64);
        String parent = params.filter("parent_quota_id", 64);
        int offset = params.whole("offset", 0, Integer.MAX_VALUE, 0);
        int limit = params.whole("limit", 1, 100, 10);
        if (reseller != null) {
            visibility.current(call.caller(), null, reseller);
        }
        List<CouponQuota> found = state.coupons().quotas().stream()
                .filter(quota -> quota.distributorId().equals(distributor.domainId()))
                .filter(quota -> id == null || id.equals(quota.id()))
                .filter(quota -> reseller == null || reseller.equals(quota.resellerId()))
                .filter(quota -> parent == null || parent.equals(quota.parentId()))
                .toList();
        ObjectNode answer = Json.object().put("total_count", found.size());
        var quotas = answer.putArray("quotas");
        Page.of(found, offset, limit).forEach(quota -> quotas.add(CouponShape.quota(quota)));
        return WireResponse.json(200, answer);
    }

    WireResponse ofOrder(Incoming call) {
        Visibility.requireSite(call, Site.CHINA);
        Customer customer = Visibility.requireCustomer(call);
        Params params = new Params(call, "order_id");
        Order order = visibility
                .order(params.mandatoryText("order_id", 64), Set.of(customer.id()))
                .orElseThrow(() -> ApiError.business(400, "CBC.30000010", "The order is invalid or does not exist."));
        List<Coupon> coupons = state.coupons().coupons(order.id()).stream()
                .filter(coupon -> coupon.lockedBy() == null || coupon.lockedBy().equals(order.id()))
                .toList();
        ObjectNode answer = Json.object().put("count", coupons.size());
        var told = answer.putArray("user_coupons");
        coupons.forEach(coupon -> told.add(CouponShape.coupon(coupon)));
        var limits = answer.putArray("coupon_max_use_quantity");
        state.coupons().maxUse(order.id()).forEach(limit -> limits.addObject()
                .put("coupon_type", limit.type())
                .put("coupon_group", limit.group())
                .put("use_quantity_value", limit.quantity()));
        return WireResponse.json(200, answer);
    }
}
