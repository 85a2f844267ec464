package io.hcpnbridge.rehearsal;

import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.state.Coupon;
import io.hcpnbridge.standin.state.Price;
import java.time.Instant;

/** What the samples about coupons ask about. */
final class SampleCoupons {
    private static final String FIRST = "c0ffee0000000000000000000000001";
    private static final String SECOND = "c0ffee0000000000000000000000002";
    private static final Instant ISSUED = Instant.parse("2025-03-01T00:00:00Z");

    private SampleCoupons() {}

    /** Orders that wait for payment, and the coupons for one of them. */
    static void seed(StandInPartnerApi partner) {
        partner.order(FIRST, order -> order.id("CS2504091000PAY01")
                .created("2025-04-09T02:00:00Z")
                .status(6)
                .price(Price.of("130.00")));
        partner.order(SECOND, order -> order.id("CS2504091010PAY02")
                .created("2025-04-09T02:10:00Z")
                .status(6)
                .price(Price.of("9.90")));
        var coupons = partner.state().coupons();
        coupons.offer("CS2504091000PAY01", Coupon.of("CP2503010256ABCD", 301, "50.0", ISSUED));
        coupons.offer(
                "CS2504091000PAY01",
                Coupon.of("CP2503010256EFGH", 2, "20.50", ISSUED)
                        .limited(
                                new Coupon.Limit("UL-1", "cycleType", "2", "月", null, "0"),
                                new Coupon.Limit("UL-2", "productId", "00301-".repeat(40) + "end", null, null, "0")));
        coupons.atMost("CS2504091000PAY01", new Coupon.MaxUse(301, 0, 1));
        coupons.atMost("CS2504091000PAY01", new Coupon.MaxUse(2, 0, 1));
    }
}
