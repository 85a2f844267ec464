package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.state.Coupon;
import io.hcpnbridge.standin.state.CouponQuota;
import io.hcpnbridge.standin.wire.Json;

/** Quotas and coupons as the partner writes them. */
final class CouponShape {
    private static final int USABLE = 2;
    private static final int CASH = 301;

    private CouponShape() {}

    static ObjectNode quota(CouponQuota quota) {
        ObjectNode json = Json.object()
                .put("quota_id", quota.id())
                .put("quota_type", 0)
                .put("create_time", UtcTime.text(quota.created()))
                .put("last_update_time", UtcTime.text(quota.created()))
                .put("quota_value", quota.value())
                .put("quota_status", quota.status())
                .put("balance", quota.balance())
                .put("measure_id", 1)
                .put("currency", "CNY")
                .put("effective_time", UtcTime.text(quota.effective()))
                .put("expire_time", UtcTime.text(quota.expires()));
        var limits = json.putArray("limit_infos");
        quota.limits().forEach(limit -> {
            var values = limits.addObject().put("limit_key", limit.key()).putArray("limit_values");
            limit.values()
                    .forEach(pair ->
                            values.addObject().put("value1", pair.value1()).put("value2", pair.value2()));
        });
        return json.put("indirect_partner_id", quota.resellerId())
                .put("indirect_partner_account_name", quota.resellerAccount())
                .put("indirect_partner_name", quota.resellerName())
                .put("parent_quota_id", quota.parentId());
    }

    static ObjectNode coupon(Coupon coupon) {
        ObjectNode json = Json.object()
                .put("coupon_id", coupon.id())
                .put("coupon_code", "code-of-" + coupon.id())
                .put("status", USABLE)
                .put("coupon_type", coupon.type())
                .put("measure_id", 1)
                .put("face_value", coupon.faceValue())
                .put("effective_time", UtcTime.text(coupon.effective()))
                .put("expire_time", UtcTime.text(coupon.expires()))
                .put("plan_name", "促销计划")
                .put("plan_desc", "");
        var limits = json.putArray("use_limits");
        coupon.limits().forEach(limit -> limits.addObject()
                .put("use_limiti_info_id", limit.id())
                .put("limit_key", limit.key())
                .put("value1", limit.value1())
                .put("value2", limit.value2())
                .put("value_unit", limit.unit())
                .put("limit_type", limit.type())
                .put("promotion_plan_id", "plan-of-" + coupon.id()));
        return json.put("active_time", UtcTime.text(coupon.effective()))
                .put("last_used_time", (String) null)
                .put("create_time", UtcTime.text(coupon.effective()))
                .put("coupon_version", coupon.type() == CASH || coupon.type() == 1 ? 2 : 1)
                .put("balance", coupon.balance())
                .put("used_by_order_id", coupon.lockedBy())
                .put("coupon_usage", "")
                .put("coupon_group", coupon.group());
    }
}
