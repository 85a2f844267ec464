package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.bssintl.v2.BssintlClient;
import com.huaweicloud.sdk.bssintl.v2.model.DemandProductInfo;
import com.huaweicloud.sdk.bssintl.v2.model.ListOnDemandResourceRatingsRequest;
import com.huaweicloud.sdk.bssintl.v2.model.ListRateOnPeriodDetailRequest;
import com.huaweicloud.sdk.bssintl.v2.model.PeriodProductInfo;
import com.huaweicloud.sdk.bssintl.v2.model.RateOnDemandReq;
import com.huaweicloud.sdk.bssintl.v2.model.RateOnPeriodReq;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.http.HttpConfig;
import io.hcpnbridge.standin.SignedClient.Answer;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.Keys;
import io.hcpnbridge.standin.state.ServiceType;
import io.hcpnbridge.standin.state.Site;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices, as the official international client sees them; there are no policies on that site. */
class StandInPricesInternationalContractTest {
    private final StandInPartnerApi standIn = new StandInPartnerApi(Site.INTERNATIONAL).start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.state()
                .prices()
                .project("p1", "c1")
                .grant("c1", "D606", 606, "contract", "0.05")
                .put(CatalogProduct.of("PRD-VM", ServiceType.EC2, "hws.resource.type.vm", "ap-southeast-1", "s6.linux")
                        .per(2, "20.00")
                        .perUse("Duration", 4, "0.04"));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void periodPricesAreInDollars() {
        var product = new PeriodProductInfo()
                .withId("1")
                .withCloudServiceType(ServiceType.EC2.code())
                .withResourceType("hws.resource.type.vm")
                .withResourceSpec("s6.linux")
                .withRegion("ap-southeast-1")
                .withPeriodType(2)
                .withPeriodNum(12)
                .withSubscriptionNum(1);

        var answer = customer()
                .listRateOnPeriodDetail(new ListRateOnPeriodDetailRequest()
                        .withBody(new RateOnPeriodReq().withProjectId("p1").withProductInfos(List.of(product))));

        assertThat(answer.getOfficialWebsiteRatingResult().getOfficialWebsiteAmount())
                .isEqualByComparingTo("240.00");
        assertThat(answer.getOptionalDiscountRatingResults().get(0).getAmount()).isEqualByComparingTo("228.00");
        assertThat(answer.getCurrency()).isEqualTo("USD");
    }

    @Test
    void pricesOfUseAreInDollars() {
        var product = new DemandProductInfo()
                .withId("1")
                .withCloudServiceType(ServiceType.EC2.code())
                .withResourceType("hws.resource.type.vm")
                .withResourceSpec("s6.linux")
                .withRegion("ap-southeast-1")
                .withUsageFactor("Duration")
                .withUsageValue(BigDecimal.TEN)
                .withUsageMeasureId(4)
                .withSubscriptionNum(2);

        var answer = customer()
                .listOnDemandResourceRatings(new ListOnDemandResourceRatingsRequest()
                        .withBody(new RateOnDemandReq().withProjectId("p1").withProductInfos(List.of(product))));

        assertThat(answer.getOfficialWebsiteAmount()).isEqualByComparingTo("0.80");
        assertThat(answer.getAmount()).isEqualByComparingTo("0.76");
        assertThat(answer.getCurrency()).isEqualTo("USD");
    }

    @Test
    void instalmentsAreUnknown() throws Exception {
        Answer answer = new SignedClient(standIn.uri(), standIn.keysOf("c1"))
                .post(
                        "/v2/bills/ratings/period-resources/subscribe-rate",
                        """
                        {"project_id":"p1","product_infos":[{"id":"1","cloud_service_type":"hws.service.type.ec2",
                         "resource_type":"hws.resource.type.vm","resource_spec":"s6.linux","region":"ap-southeast-1",
                         "period_type":2,"period_num":1,"subscription_num":1,"fee_installment_mode":"NA"}]}
                        """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("CBC.0100");
    }

    @Test
    void policiesDoNotExist() throws Exception {
        Answer answer = new SignedClient(standIn.uri(), standIn.partnerKeys())
                .get("/v2/products/incentive-discount-policies", "time", "2026-03");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("APIGW.0101");
    }

    private BssintlClient customer() {
        Keys keys = standIn.keysOf("c1");
        return BssintlClient.newBuilder()
                .withCredential(new GlobalCredentials()
                        .withAk(keys.accessKey())
                        .withSk(keys.secretKey())
                        .withDomainId("c1"))
                .withEndpoint(standIn.uri().toString())
                .withHttpConfig(HttpConfig.getDefaultHttpConfig().withIgnoreSSLVerification(true))
                .build();
    }
}
