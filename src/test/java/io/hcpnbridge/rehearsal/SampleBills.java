package io.hcpnbridge.rehearsal;

import io.hcpnbridge.standin.state.CouponQuota;
import io.hcpnbridge.standin.state.Fee;
import io.hcpnbridge.standin.state.FeeRecord;
import io.hcpnbridge.standin.state.OnDemandResource;
import io.hcpnbridge.standin.state.PartnerRole;
import io.hcpnbridge.standin.state.ServiceType;
import java.time.Instant;
import java.util.List;

/** What the samples about bills, quotas and on-demand resources ask about. */
final class SampleBills {
    private static final String FIRST = "c0ffee0000000000000000000000001";
    private static final String SECOND = "c0ffee0000000000000000000000002";
    private static final String SUMMIT = "0fake00partner00000000000000000d";
    private static final String RESELLER = "0fake0reseller00000000000000000r";
    private static final String OTHER_RESELLER = "0fake0reseller00000000000000000s";
    private static final Instant OCTOBER = Instant.parse("2026-09-30T16:00:00Z");

    private SampleBills() {}

    /** Samples name fixed months: here the partner keeps them all, so that the samples do not age. */
    static void seed(Surroundings surroundings) {
        surroundings.set("partner.bill-months", "1200");
        surroundings.set("partner.tenants." + Surroundings.TENANT + ".role", "solution-provider");
        surroundings.partner().settings().billMonthsKept(1_200);
        consumption(surroundings);
        resources(surroundings);
        quotas(surroundings);
    }

    private static void consumption(Surroundings surroundings) {
        var fees = surroundings.partner().state().fees();
        fees.put(
                "2026-10",
                FIRST,
                List.of(
                        FeeRecord.usage("fee-0001", OCTOBER, Fee.discounted("1.20", "0.24", "0.96")),
                        FeeRecord.usage("fee-0002", OCTOBER.plusSeconds(3_600), Fee.of("0.00000001"))
                                .of(ServiceType.OBS)
                                .resource("obs-0001", "备份, 华东 \"1\""),
                        FeeRecord.usage(
                                        "fee-0003",
                                        Instant.parse("2026-10-31T15:59:59Z"),
                                        Fee.of("100.00").paidWith("10.00", "20.00", "30.00", "4.00", "5.00"))
                                .ordered(1, "CS2610312359NEW01"),
                        FeeRecord.usage("fee-0004", OCTOBER.plusSeconds(7_200), Fee.of("-12.34"))
                                .ordered(4, "CS2610010200OUT01")));
        fees.put(
                "2026-10",
                SECOND,
                30,
                number -> FeeRecord.usage(
                        "fee-2-" + number, OCTOBER.plusSeconds(number * 60L), Fee.discounted("0.03", "0.01", "0.02")));
    }

    private static void resources(Surroundings surroundings) {
        var state = surroundings.partner().state();
        state.put(OnDemandResource.server("ecs-od-0001", FIRST, Instant.parse("2026-03-01T01:02:03Z")));
        state.put(OnDemandResource.disk("vol-od-0001", FIRST, Instant.parse("2026-03-01T01:02:04Z"), "40.0")
                .named("数据盘"));
        state.put(OnDemandResource.disk("vol-od-0002", FIRST, Instant.parse("2026-04-01T01:02:04Z"), "100.0")
                .status(3)
                .until(Instant.parse("2026-06-30T15:59:59Z")));
        for (int i = 1; i <= 120; i++) {
            state.put(OnDemandResource.server(
                    "ecs-many-%03d".formatted(i), SECOND, Instant.parse("2026-05-01T00:00:00Z")));
        }
    }

    private static void quotas(Surroundings surroundings) {
        var partner = surroundings.partner();
        partner.state().put(partner.partner(SUMMIT).as(PartnerRole.DISTRIBUTOR));
        surroundings.tenant("summit", SUMMIT).set("partner.tenants.summit.role", "distributor");
        partner.customerOf(SUMMIT, "c0ffee000000000000000000000000d1", customer -> customer.ofReseller(RESELLER));
        partner.customerOf(SUMMIT, "c0ffee000000000000000000000000d2", customer -> customer.ofReseller(OTHER_RESELLER));
        var issued = Instant.parse("2026-01-05T02:00:00Z");
        var coupons = partner.state().coupons();
        coupons.put(CouponQuota.of("QUOTA-0001", SUMMIT, RESELLER, "10000.00", issued)
                .left("8765.43", 0)
                .limited(new CouponQuota.Limit(
                        "serviceType",
                        List.of(
                                new CouponQuota.Pair("hws.service.type.ec2", "弹性云服务器"),
                                new CouponQuota.Pair("hws.service.type.ebs", "云硬盘")))));
        coupons.put(CouponQuota.of("QUOTA-0002", SUMMIT, OTHER_RESELLER, "500.00", issued)
                .left("0.00", 6));
    }
}
