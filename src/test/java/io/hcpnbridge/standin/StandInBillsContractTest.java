package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.bss.v2.model.ListConsumeSubCustomersReq;
import com.huaweicloud.sdk.bss.v2.model.ListConsumeSubCustomersRequest;
import com.huaweicloud.sdk.bss.v2.model.ListCustomerOnDemandResourcesRequest;
import com.huaweicloud.sdk.bss.v2.model.ListIssuedCouponQuotasRequest;
import com.huaweicloud.sdk.bss.v2.model.ListOrderCouponsByOrderIdRequest;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomerBillDetailRequest;
import com.huaweicloud.sdk.bss.v2.model.QueryCustomerOnDemandResourcesReq;
import com.huaweicloud.sdk.bssintl.v2.BssintlClient;
import com.huaweicloud.sdk.bssintl.v2.model.ListPostpaidBillSumRequest;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.http.HttpConfig;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.state.Coupon;
import io.hcpnbridge.standin.state.CouponQuota;
import io.hcpnbridge.standin.state.Fee;
import io.hcpnbridge.standin.state.FeeRecord;
import io.hcpnbridge.standin.state.Keys;
import io.hcpnbridge.standin.state.OnDemandResource;
import io.hcpnbridge.standin.state.PartnerRole;
import io.hcpnbridge.standin.state.PostpaidBill;
import io.hcpnbridge.standin.state.ServiceType;
import io.hcpnbridge.standin.state.Site;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bills, on-demand resources and coupons, as the official clients see them. */
class StandInBillsContractTest {
    private static final String PARTNER = StandInPartnerApi.PARTNER;
    private static final Instant CREATED = Instant.parse("2026-10-03T02:00:00Z");

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.settings().billMonthsKept(1200);
        standIn.customer("c1");
        standIn.customer("c2", customer -> customer.consulting());
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void theCustomersThatConsumedAreListed() {
        standIn.state().fees().put("2026-10", "c2", List.of(usage("r1")));
        standIn.state().fees().put("2026-10", "c1", List.of(usage("r2")));

        var answer = partner()
                .listConsumeSubCustomers(new ListConsumeSubCustomersRequest()
                        .withBody(new ListConsumeSubCustomersReq()
                                .withBillCycle("2026-10")
                                .withOffset(1)
                                .withLimit(100)));

        assertThat(answer.getTotalCount()).isEqualTo(2);
        assertThat(answer.getSubCustomers())
                .extracting(customer -> customer.getCustomerId())
                .containsExactly("c1");
    }

    @Test
    void aCustomersRecordsAreToldWithEveryAmount() {
        var fee = Fee.discounted("1.00", "0.20", "0.80").paidWith("0.10", "0.20", "0.30", "0.04", "0.05");
        standIn.state().fees().put("2026-10", "c2", List.of(usage("r1"), FeeRecord.usage("r2", CREATED, fee)));

        var answer = partner()
                .listSubCustomerBillDetail(records().withXLanguage("en_us").withOffset(1));

        assertThat(answer.getTotalCount()).isEqualTo(2);
        assertThat(answer.getCurrency()).isEqualTo("CNY");
        var record = answer.getFeeRecords().get(0);
        assertThat(record.getId()).isEqualTo("r2");
        assertThat(record.getAssociationType()).isEqualTo("1");
        assertThat(record.getServiceTypeName()).isEqualTo("Elastic Cloud Server");
        assertThat(record.getConsumeTime()).isEqualTo("2026-10-03T02:00:00Z-2026-10-03T03:00:00Z");
        assertThat(record.getOfficialAmount()).isEqualByComparingTo("1.00");
        assertThat(record.getOfficialDiscountAmount()).isEqualByComparingTo("0.20");
        assertThat(record.getPaymentAmount()).isEqualByComparingTo("0.80");
        assertThat(record.getCashAmount()).isEqualByComparingTo("0.10");
        assertThat(record.getCreditAmount()).isEqualByComparingTo("0.20");
        assertThat(record.getCouponAmount()).isEqualByComparingTo("0.30");
        assertThat(record.getFlexipurchaseCouponAmount()).isEqualByComparingTo("0.04");
        assertThat(record.getStoredValueCardAmount()).isEqualByComparingTo("0.05");
        assertThat(record.getDebtAmount()).isEqualByComparingTo("0.11");
    }

    @Test
    void recordsAreFilteredByDayAndKind() {
        standIn.state()
                .fees()
                .put(
                        "2026-10",
                        "c2",
                        List.of(
                                // still the 2nd in UTC, the 3rd where bills are made
                                FeeRecord.usage("r1", Instant.parse("2026-10-02T16:00:00Z"), Fee.of("1")),
                                FeeRecord.usage("r2", Instant.parse("2026-10-03T16:00:00Z"), Fee.of("1")),
                                usage("r3").ordered(1, "CS1").of(ServiceType.EBS)));

        assertThat(ids(records().withBillDateBegin("2026-10-03").withBillDateEnd("2026-10-03")))
                .containsExactly("r1", "r3");
        assertThat(ids(records().withBillDateBegin("2026-10-04")))
                .as("one end alone does not count")
                .hasSize(3);
        assertThat(ids(records().withBillDetailType(1).withTradeId("CS1"))).containsExactly("r3");
        assertThat(ids(records().withServiceTypeCode("hws.service.type.ebs").withChargingMode(1)))
                .containsExactly("r3");
        assertThat(ids(records().withAssociationType("2"))).isEmpty();
        assertThat(ids(records().withRegionCode(""))).isEmpty();
    }

    @Test
    void aMillionRecordsAreMadeAsTheyAreRead() {
        standIn.state().fees().put("2026-10", "c2", 1_000_000, n -> usage("r" + n));

        var answer = partner()
                .listSubCustomerBillDetail(records().withOffset(999_999).withLimit(1000));

        assertThat(answer.getTotalCount()).isEqualTo(1_000_000);
        assertThat(answer.getFeeRecords()).extracting(record -> record.getId()).containsExactly("r999999");
    }

    @Test
    void onDemandResourcesAreFilteredOnBothSites() {
        standIn.state().put(OnDemandResource.server("ecs-1", "c1", CREATED));
        standIn.state()
                .put(OnDemandResource.disk("vol-1", "c1", CREATED, "40.0").status(3));
        var query = new QueryCustomerOnDemandResourcesReq()
                .withCustomerId("c1")
                .withServiceTypeCode("hws.service.type.ebs")
                .withRegionCode("cn-north-1")
                .withResourceIds(List.of("vol-1", "ecs-1"))
                .withEffectiveTimeBegin("2026-10-01T00:00:00Z")
                .withEffectiveTimeEnd("2026-10-31T00:00:00Z")
                .withStatus(3)
                .withLimit(100)
                .withOffset(0);

        var answer = partner()
                .listCustomerOnDemandResources(new ListCustomerOnDemandResourcesRequest()
                        .withXLanguage("en_US")
                        .withBody(query));

        assertThat(answer.getTotalCount()).isEqualTo(1);
        var told = answer.getResources().get(0);
        assertThat(told.getResourceId()).isEqualTo("vol-1");
        assertThat(told.getServiceTypeName()).isEqualTo("Elastic Volume Service");
        assertThat(told.getResourceInfo()).isEqualTo("{\"specSize\":40.0}");
        assertThat(told.getStatus()).isEqualTo(3);
    }

    @Test
    void issuedQuotasAreToldToTheDistributorOnly() {
        var distributor = standIn.state().put(standIn.partner("d1").as(PartnerRole.DISTRIBUTOR));
        standIn.customerOf("d1", "c9", customer -> customer.ofReseller("reseller-1"));
        standIn.state()
                .coupons()
                .put(CouponQuota.of("q1", "d1", "reseller-1", "1000.00", CREATED)
                        .left("12.50", 4)
                        .limited(new CouponQuota.Limit("some", List.of(new CouponQuota.Pair("a", "b")))));
        standIn.state().coupons().put(CouponQuota.of("q2", "d1", "reseller-2", "1.00", CREATED));
        var request = new ListIssuedCouponQuotasRequest()
                .withIndirectPartnerId("reseller-1")
                .withOffset(0)
                .withLimit(100);

        var answer = china(distributor.keys(), "d1").listIssuedCouponQuotas(request);

        assertThat(answer.getTotalCount()).isEqualTo(1);
        var quota = answer.getQuotas().get(0);
        assertThat(quota.getQuotaId()).isEqualTo("q1");
        assertThat(quota.getBalance()).isEqualByComparingTo("12.50");
        assertThat(quota.getQuotaStatus()).isEqualTo(4);
        assertThat(quota.getLimitInfos().get(0).getLimitValues().get(0).getValue2())
                .isEqualTo("b");
        var refused = catchThrowableOfType(ClientRequestException.class, () -> partner()
                .listIssuedCouponQuotas(new ListIssuedCouponQuotasRequest()));
        assertThat(refused.getErrorCode()).isEqualTo("CBC.0151");
        assertThat(refused.getHttpStatusCode()).isEqualTo(403);
    }

    @Test
    void theCouponsOfAnOrderAreToldToItsCustomerOnly() {
        var order = standIn.order("c1", draft -> draft.status(6));
        standIn.state()
                .coupons()
                .offer(
                        order.id(),
                        Coupon.of("CP1", 301, "50.0", CREATED)
                                .limited(new Coupon.Limit("L1", "cycleType", "2", null, null, "0")));
        standIn.state()
                .coupons()
                .offer(order.id(), Coupon.of("CP2", 1, "5", CREATED).lockedBy("another"));
        standIn.state().coupons().atMost(order.id(), new Coupon.MaxUse(301, 0, 1));
        var request = new ListOrderCouponsByOrderIdRequest().withOrderId(order.id());

        var answer = china(standIn.keysOf("c1"), "c1").listOrderCouponsByOrderId(request);

        assertThat(answer.getCount()).isEqualTo(1);
        var coupon = answer.getUserCoupons().get(0);
        assertThat(coupon.getCouponId()).isEqualTo("CP1");
        assertThat(coupon.getCouponType()).isEqualTo(301);
        assertThat(coupon.getUseLimits().get(0).getUseLimitiInfoId()).isEqualTo("L1");
        assertThat(answer.getCouponMaxUseQuantity().get(0).getUseQuantityValue())
                .isEqualTo(1);
        var refused = catchThrowableOfType(
                ClientRequestException.class, () -> partner().listOrderCouponsByOrderId(request));
        assertThat(refused.getErrorCode()).isEqualTo("CBC.0151");
    }

    @Test
    void theInternationalSiteHasThePostpaidSumAndOnDemandResourcesButNoRecords() {
        try (var international = new StandInPartnerApi(Site.INTERNATIONAL).start()) {
            international.customer("c1");
            international.state().put(OnDemandResource.server("ecs-1", "c1", CREATED));
            international
                    .state()
                    .fees()
                    .put(
                            PARTNER,
                            new PostpaidBill(
                                    "2026-10",
                                    new BigDecimal("106.00"),
                                    new BigDecimal("120.00"),
                                    new BigDecimal("-15.00"),
                                    new BigDecimal("-5.00"),
                                    new BigDecimal("6.00")));
            var client = BssintlClient.newBuilder()
                    .withCredential(credential(international.partnerKeys(), PARTNER))
                    .withEndpoint(international.uri().toString())
                    .withHttpConfig(HttpConfig.getDefaultHttpConfig())
                    .build();

            var bill = client.listPostpaidBillSum(new ListPostpaidBillSumRequest().withBillCycle("2026-10"));
            var resources = client.listCustomerOnDemandResources(
                    new com.huaweicloud.sdk.bssintl.v2.model.ListCustomerOnDemandResourcesRequest()
                            .withBody(new com.huaweicloud.sdk.bssintl.v2.model.QueryCustomerOnDemandResourcesReq()
                                    .withCustomerId("c1")));

            assertThat(bill.getInitialAmountDue()).isEqualByComparingTo("106.00");
            assertThat(bill.getRefunds()).isEqualByComparingTo("-15.00");
            assertThat(bill.getCurrency()).isEqualTo("USD");
            assertThat(resources.getTotalCount()).isEqualTo(1);
            var none = catchThrowableOfType(
                    ClientRequestException.class, () -> china(international, international.partnerKeys(), PARTNER)
                            .listSubCustomerBillDetail(records()));
            assertThat(none.getErrorCode()).isEqualTo("APIGW.0101");
            assertThat(international.journal().calls(Api.FEE_RECORDS)).hasSize(1);
        }
    }

    private static FeeRecord usage(String id) {
        return FeeRecord.usage(id, CREATED, Fee.of("0.10"));
    }

    /** Records of c2 in October. */
    private static ListSubCustomerBillDetailRequest records() {
        return new ListSubCustomerBillDetailRequest().withBillCycle("2026-10").withCustomerId("c2");
    }

    private List<String> ids(ListSubCustomerBillDetailRequest request) {
        return partner().listSubCustomerBillDetail(request).getFeeRecords().stream()
                .map(record -> record.getId())
                .toList();
    }

    private BssClient partner() {
        return china(standIn.partnerKeys(), PARTNER);
    }

    private BssClient china(Keys keys, String domainId) {
        return china(standIn, keys, domainId);
    }

    private static BssClient china(StandInPartnerApi at, Keys keys, String domainId) {
        return BssClient.newBuilder()
                .withCredential(credential(keys, domainId))
                .withEndpoint(at.uri().toString())
                .withHttpConfig(HttpConfig.getDefaultHttpConfig())
                .build();
    }

    private static GlobalCredentials credential(Keys keys, String domainId) {
        return new GlobalCredentials()
                .withAk(keys.accessKey())
                .withSk(keys.secretKey())
                .withDomainId(domainId);
    }
}
