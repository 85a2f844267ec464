package io.hcpnbridge.standin.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coupon quotas of resellers, and the coupons that orders can be paid with. */
public final class CouponBook {
    private final Map<String, CouponQuota> quotas = new LinkedHashMap<>();
    private final Map<String, List<Coupon>> coupons = new LinkedHashMap<>();
    private final Map<String, List<Coupon.MaxUse>> maxUse = new LinkedHashMap<>();

    public synchronized void put(CouponQuota quota) {
        quotas.put(quota.id(), quota);
    }

    /** In the order they were put. */
    public synchronized List<CouponQuota> quotas() {
        return List.copyOf(quotas.values());
    }

    /** One more coupon for an order. */
    public synchronized void offer(String orderId, Coupon coupon) {
        coupons.computeIfAbsent(orderId, id -> new ArrayList<>()).add(coupon);
    }

    /** How many of a kind that order may use. */
    public synchronized void atMost(String orderId, Coupon.MaxUse limit) {
        maxUse.computeIfAbsent(orderId, id -> new ArrayList<>()).add(limit);
    }

    public synchronized List<Coupon> coupons(String orderId) {
        return List.copyOf(coupons.getOrDefault(orderId, List.of()));
    }

    public synchronized List<Coupon.MaxUse> maxUse(String orderId) {
        return List.copyOf(maxUse.getOrDefault(orderId, List.of()));
    }
}
