package io.hcpnbridge.rehearsal;

import static io.hcpnbridge.standin.state.ServiceType.EBS;
import static io.hcpnbridge.standin.state.ServiceType.EC2;
import static io.hcpnbridge.standin.state.ServiceType.OBS;
import static io.hcpnbridge.standin.state.ServiceType.VPC;

import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.IncentivePolicies;
import io.hcpnbridge.standin.state.IncentivePolicies.Policy;
import io.hcpnbridge.standin.state.PriceList;

/** What the samples of prices and policies ask about. */
final class SamplePrices {
    private static final String REGION = "cn-north-1";
    private static final int MONTH = 2;
    private static final int YEAR = 3;
    private static final int HOUR = 4;
    private static final int GIGABYTE = 10;
    private static final int MEGABIT = 15;
    private static final int DISK_GIGABYTE = 17;

    private SamplePrices() {}

    /** Products with prices, discounts of the first customer only, and policies of three months. */
    static void seed(StandInPartnerApi partner, String first, String second) {
        products(partner.state().prices());
        partner.state()
                .prices()
                .project("0fee0000project00000000000000001", first)
                .project("0fee0000project00000000000000002", second)
                .project("0fee0000project0000000000000000a", StandInPartnerApi.PARTNER)
                .grant(first, "DISCOUNT-605", 605, "商务合同折扣", "0.10")
                .grant(first, "DISCOUNT-607", 607, "伙伴授予折扣", "0.15");
        policies(partner.state().policies());
    }

    private static void products(PriceList prices) {
        prices.put(CatalogProduct.of("OFFI-VM-0001", EC2, "hws.resource.type.vm", REGION, "s6.large.2.linux")
                .per(MONTH, "120.30")
                .per(YEAR, "1203.00")
                .perUse("Duration", HOUR, "0.1234567890123"));
        prices.put(CatalogProduct.of("OFFI-DISK-0001", EBS, "hws.resource.type.volume", REGION, "SAS")
                .bySize(DISK_GIGABYTE)
                .per(MONTH, "0.35")
                .per(YEAR, "3.50")
                .perUse("Duration", HOUR, "0.000486"));
        prices.put(CatalogProduct.of("OFFI-BAND-0001", VPC, "hws.resource.type.bandwidth", REGION, "19_bgp")
                .bySize(MEGABIT)
                .per(MONTH, "23.00")
                .per(YEAR, "230.00")
                .perUse("upflow", GIGABYTE, "0.80"));
        prices.put(CatalogProduct.of("OFFI-HELP-0001", EC2, "hws.resource.type.service", REGION, "setup.basic")
                .once("999.00"));
    }

    private static void policies(IncentivePolicies policies) {
        for (String month : new String[] {"2024-01", "2024-02", "2024-03"}) {
            policies.put(month, new Policy(EC2.code(), EC2.chineseName(), "0", true))
                    .put(month, new Policy(OBS.code(), OBS.chineseName(), "1", !month.equals("2024-03")));
        }
        policies.put("2024-02", new Policy(EBS.code(), EBS.chineseName(), "13", false));
    }
}
