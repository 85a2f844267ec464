package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.bss.v2.model.DemandProductInfo;
import com.huaweicloud.sdk.bss.v2.model.ListIncentiveDiscountPoliciesRequest;
import com.huaweicloud.sdk.bss.v2.model.ListOnDemandResourceRatingsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListRateOnPeriodDetailRequest;
import com.huaweicloud.sdk.bss.v2.model.PeriodProductInfo;
import com.huaweicloud.sdk.bss.v2.model.RateOnDemandReq;
import com.huaweicloud.sdk.bss.v2.model.RateOnPeriodReq;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.http.HttpConfig;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.IncentivePolicies;
import io.hcpnbridge.standin.state.Keys;
import io.hcpnbridge.standin.state.ServiceType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices and policies, as the official China client sees them. */
class StandInPricesContractTest {
    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.state()
                .prices()
                .project("p1", "c1")
                .put(CatalogProduct.of("PRD-VM", ServiceType.EC2, "hws.resource.type.vm", "cn-north-1", "s6.linux")
                        .per(2, "120.30")
                        .per(3, "1203.00")
                        .inInstallments("60.15", 2)
                        .perUse("Duration", 4, "0.1234567890123"))
                .put(CatalogProduct.of("PRD-DISK", ServiceType.EBS, "hws.resource.type.volume", "cn-north-1", "SAS")
                        .bySize(17)
                        .per(2, "0.35"));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void periodPricesComeByProductAndInSum() {
        var answer = customer()
                .listRateOnPeriodDetail(period(
                        machine("1").withPeriodNum(3),
                        disk("2").withResourceSize(40).withSubscriptionNum(2)));

        var official = answer.getOfficialWebsiteRatingResult();
        assertThat(official.getOfficialWebsiteAmount()).isEqualByComparingTo("388.90");
        assertThat(official.getMeasureId()).isEqualTo(1);
        assertThat(official.getProductRatingResults()).extracting("id").containsExactly("1", "2");
        assertThat(official.getProductRatingResults().get(1).getProductId()).isEqualTo("PRD-DISK");
        assertThat(official.getProductRatingResults().get(1).getOfficialWebsiteAmount())
                .isEqualByComparingTo("28.00");
        assertThat(answer.getOptionalDiscountRatingResults()).isNullOrEmpty();
        assertThat(answer.getCurrency()).isEqualTo("CNY");
    }

    @Test
    void everyDiscountHasItsResultAndTheLargestIsTheBest() {
        standIn.state()
                .prices()
                .grant("c1", "D605", 605, "商务折扣", "0.10")
                .grant("c1", "D607", 607, "伙伴折扣", "0.20")
                .tellCurrency(false);

        var answer = customer().listRateOnPeriodDetail(period(machine("1")));

        assertThat(answer.getCurrency()).isNull();
        var results = answer.getOptionalDiscountRatingResults();
        assertThat(results).extracting("discountType").containsExactly(605, 607);
        assertThat(results).extracting("bestOffer").containsExactly(0, 1);
        assertThat(results.get(1).getAmount()).isEqualByComparingTo("96.24");
        assertThat(results.get(1).getDiscountAmount()).isEqualByComparingTo("24.06");
        assertThat(results.get(1).getProductRatingResults().get(0).getId()).isEqualTo("1");
    }

    @Test
    void onATieTheBusinessDiscountIsTheBest() {
        standIn.state()
                .prices()
                .grant("c1", "D607", 607, "partner", "0.10")
                .grant("c1", "D605", 605, "business", "0.10");

        var answer = customer().listRateOnPeriodDetail(period(machine("1")));

        assertThat(answer.getOptionalDiscountRatingResults())
                .extracting("bestOffer")
                .containsExactly(0, 1);
    }

    @Test
    void instalmentsAreTextsAndChinaOnly() {
        var answer = customer().listRateOnPeriodDetail(period(machine("1").withFeeInstallmentMode("HALF_PAY")));

        var product = answer.getOfficialWebsiteRatingResult()
                .getProductRatingResults()
                .get(0);
        assertThat(product.getInstallmentOfficialWebsiteAmount()).isEqualTo("60.15");
        assertThat(product.getInstallmentPeriodType()).isEqualTo(2);
    }

    @Test
    void onePriceThatIsNotFoundFailsTheWholeCall() {
        var refused = catchThrowableOfType(ClientRequestException.class, () -> customer()
                .listRateOnPeriodDetail(period(machine("1"), machine("2").withResourceSpec("s6.win"))));

        assertThat(refused.getHttpStatusCode()).isEqualTo(400);
        assertThat(refused.getErrorCode()).isEqualTo("CBC.99006006");
    }

    @Test
    void onlyTheCustomerIsToldPricesAndOnlyInItsOwnProject() {
        standIn.customer("c2");

        var partner = catchThrowableOfType(
                ClientRequestException.class, () -> partner().listRateOnPeriodDetail(period(machine("1"))));
        var stranger = catchThrowableOfType(ClientRequestException.class, () -> client(standIn.keysOf("c2"), "c2")
                .listRateOnPeriodDetail(period(machine("1"))));

        assertThat(partner.getErrorCode()).isEqualTo("CBC.0151");
        assertThat(stranger.getErrorCode()).isEqualTo("CBC.99006073");
    }

    @Test
    void pricesOfUseAreCutToSixOrTenDigits() {
        standIn.state()
                .prices()
                .grant("c1", "D607", 607, "partner", "0.20")
                .grant("c1", "D605", 605, "business", "0.10");

        var six = customer().listOnDemandResourceRatings(onDemand(0));
        var ten = customer().listOnDemandResourceRatings(onDemand(1));

        assertThat(six.getOfficialWebsiteAmount()).isEqualByComparingTo("0.123456");
        assertThat(ten.getOfficialWebsiteAmount()).isEqualByComparingTo("0.1234567890");
        assertThat(ten.getDiscountAmount()).isEqualByComparingTo("0.0123456789");
        assertThat(ten.getAmount()).isEqualByComparingTo("0.1111111101");
        var product = ten.getProductRatingResults().get(0);
        assertThat(product.getId()).isEqualTo("1");
        assertThat(product.getDiscountRatingResults())
                .extracting("discountType")
                .containsExactly(605);
    }

    @Test
    void policiesOfAMonthArePaged() {
        for (int i = 0; i < 12; i++) {
            standIn.state()
                    .policies()
                    .put("2026-03", new IncentivePolicies.Policy("hws.service.type." + i, "服务" + i, "13", i % 2 == 0));
        }
        var request = new ListIncentiveDiscountPoliciesRequest().withTime("2026-03");

        var first = partner().listIncentiveDiscountPolicies(request);
        var second =
                partner().listIncentiveDiscountPolicies(request.withOffset(10).withLimit(100));

        assertThat(first.getTotalCount()).isEqualTo(12);
        assertThat(first.getPolicies()).hasSize(10);
        assertThat(second.getPolicies()).hasSize(2);
        assertThat(second.getPolicies().get(1).getServiceTypeCode()).isEqualTo("hws.service.type.11");
        assertThat(second.getPolicies().get(1).getIncentivePolicy()).isEqualTo("13");
        assertThat(second.getPolicies().get(1).getAllowDiscount()).isEqualTo("NO");
        var refused = catchThrowableOfType(
                ClientRequestException.class, () -> customer().listIncentiveDiscountPolicies(request));
        assertThat(refused.getErrorCode()).isEqualTo("CBC.0151");
    }

    private static ListRateOnPeriodDetailRequest period(PeriodProductInfo... products) {
        return new ListRateOnPeriodDetailRequest()
                .withBody(new RateOnPeriodReq().withProjectId("p1").withProductInfos(List.of(products)));
    }

    private static PeriodProductInfo machine(String id) {
        return product(id, ServiceType.EC2, "hws.resource.type.vm", "s6.linux");
    }

    private static PeriodProductInfo disk(String id) {
        return product(id, ServiceType.EBS, "hws.resource.type.volume", "SAS").withSizeMeasureId(17);
    }

    private static PeriodProductInfo product(String id, ServiceType service, String type, String spec) {
        return new PeriodProductInfo()
                .withId(id)
                .withCloudServiceType(service.code())
                .withResourceType(type)
                .withResourceSpec(spec)
                .withRegion("cn-north-1")
                .withPeriodType(2)
                .withPeriodNum(1)
                .withSubscriptionNum(1);
    }

    private static ListOnDemandResourceRatingsRequest onDemand(int precision) {
        var product = new DemandProductInfo()
                .withId("1")
                .withCloudServiceType(ServiceType.EC2.code())
                .withResourceType("hws.resource.type.vm")
                .withResourceSpec("s6.linux")
                .withRegion("cn-north-1")
                .withUsageFactor("duration")
                .withUsageValue(new BigDecimal("1.0"))
                .withUsageMeasureId(4)
                .withSubscriptionNum(1);
        return new ListOnDemandResourceRatingsRequest()
                .withBody(new RateOnDemandReq()
                        .withProjectId("p1")
                        .withInquiryPrecision(precision)
                        .withProductInfos(List.of(product)));
    }

    private BssClient partner() {
        return client(standIn.partnerKeys(), StandInPartnerApi.PARTNER);
    }

    private BssClient customer() {
        return client(standIn.keysOf("c1"), "c1");
    }

    private BssClient client(Keys keys, String domainId) {
        return BssClient.newBuilder()
                .withCredential(new GlobalCredentials()
                        .withAk(keys.accessKey())
                        .withSk(keys.secretKey())
                        .withDomainId(domainId))
                .withEndpoint(standIn.uri().toString())
                .withHttpConfig(HttpConfig.getDefaultHttpConfig().withIgnoreSSLVerification(true))
                .build();
    }
}
