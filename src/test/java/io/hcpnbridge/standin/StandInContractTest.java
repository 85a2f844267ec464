package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.bss.v2.model.AutoRenewalResourcesReq;
import com.huaweicloud.sdk.bss.v2.model.AutoRenewalResourcesRequest;
import com.huaweicloud.sdk.bss.v2.model.CancelAutoRenewalResourcesRequest;
import com.huaweicloud.sdk.bss.v2.model.ListCustomerOrdersRequest;
import com.huaweicloud.sdk.bss.v2.model.ListPayPerUseCustomerResourcesRequest;
import com.huaweicloud.sdk.bss.v2.model.PeriodToOnDemandReq;
import com.huaweicloud.sdk.bss.v2.model.QueryResourcesReq;
import com.huaweicloud.sdk.bss.v2.model.RenewalResourcesReq;
import com.huaweicloud.sdk.bss.v2.model.RenewalResourcesRequest;
import com.huaweicloud.sdk.bss.v2.model.ShowCustomerOrderDetailsRequest;
import com.huaweicloud.sdk.bss.v2.model.UpdatePeriodToOnDemandRequest;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.http.HttpConfig;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.state.Keys;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.Price;
import io.hcpnbridge.standin.state.Resource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The new endpoints, as the official China client sees them. */
class StandInContractTest {
    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void ordersAreListedToThePartner() {
        Order order = standIn.order("c1", o -> o.created("2026-03-07T08:05:01Z")
                .price(Price.of("120.00").discounted("607", "20.00", "100.00")));

        var answer = partner()
                .listCustomerOrders(new ListCustomerOrdersRequest()
                        .withCustomerId("c1")
                        .withStatus(5)
                        .withLimit(20)
                        .withOffset(0)
                        .withOrderBy("-createTime"));

        assertThat(answer.getTotalCount()).isEqualTo(1);
        var listed = answer.getOrderInfos().get(0);
        assertThat(listed.getOrderId()).isEqualTo(order.id());
        assertThat(listed.getCreateTime()).isEqualTo("2026-03-07T08:05:01Z");
        assertThat(listed.getAmountAfterDiscount()).isEqualTo(100.0);
        assertThat(listed.getAmountInfo().getDiscounts().get(0).getDiscountType())
                .isEqualTo("607");
    }

    @Test
    void anOrderIsDetailedInTheLanguageAskedFor() {
        Order order = standIn.order("c1", o -> o);
        var request = new ShowCustomerOrderDetailsRequest()
                .withOrderId(order.id())
                .withXLanguage("en_US")
                .withLimit(10);

        var answer = partner().showCustomerOrderDetails(request);

        assertThat(answer.getTotalCount()).isEqualTo(1);
        assertThat(answer.getOrderInfo().getServiceTypeName()).isEqualTo("Elastic Volume Service");
        assertThat(answer.getOrderLineItems().get(0).getOrderLineItemId()).isEqualTo(order.id() + "-000001");
    }

    @Test
    void aCustomerRenewsAndSetsWhatHappensAtExpiry() {
        standIn.resource("c1", "r1", r -> r);

        var renewed = customer()
                .renewalResources(new RenewalResourcesRequest()
                        .withBody(new RenewalResourcesReq()
                                .withResourceIds(List.of("r1"))
                                .withPeriodType(2)
                                .withPeriodNum(3)
                                .withIsAutoPay(1)));
        customer()
                .autoRenewalResources(new AutoRenewalResourcesRequest()
                        .withResourceId("r1")
                        .withBody(new AutoRenewalResourcesReq().withAutoRenewTimes(2)));

        assertThat(renewed.getOrderIds()).hasSize(1);
        assertThat(standIn.journal().placedRenewals("r1")).isEqualTo(1);
        assertThat(policyOf("r1")).isEqualTo(Resource.RENEW_AUTOMATICALLY);

        customer().cancelAutoRenewalResources(new CancelAutoRenewalResourcesRequest().withResourceId("r1"));
        assertThat(policyOf("r1")).isZero();

        customer()
                .updatePeriodToOnDemand(new UpdatePeriodToOnDemandRequest()
                        .withBody(new PeriodToOnDemandReq()
                                .withOperation("SET_UP")
                                .withResourceIds(List.of("r1"))));
        assertThat(policyOf("r1")).isEqualTo(1);
    }

    @Test
    void resourcesAreToldToThePartnerOnTheChinaSite() {
        Order order = standIn.order("c1", o -> o);
        standIn.resource("c1", "r1", r -> r.of(order.id()).size("40", 17));
        standIn.resource("c1", "r2", r -> r.of(order.id()).provisioning(2));
        var request = new ListPayPerUseCustomerResourcesRequest()
                .withBody(new QueryResourcesReq().withOrderId(order.id()).withLimit(500));

        var answer = partner().listPayPerUseCustomerResources(request);

        assertThat(answer.getTotalCount()).isEqualTo(1);
        assertThat(answer.getData().get(0).getResourceId()).isEqualTo("r1");
        assertThat(answer.getData().get(0).getSpecSize()).isEqualByComparingTo("40");
        var refused = catchThrowableOfType(
                ClientRequestException.class, () -> customer().listPayPerUseCustomerResources(request));
        assertThat(refused.getErrorCode()).isEqualTo("CBC.0151");
    }

    @Test
    void aWrongSecretKeyIsRefusedLikeByTheGateway() {
        Keys keys = standIn.state().partner(StandInPartnerApi.PARTNER).keys();
        Keys wrong = new Keys(keys.accessKey(), "another", null);

        var refused = catchThrowableOfType(ClientRequestException.class, () -> client(wrong, StandInPartnerApi.PARTNER)
                .listCustomerOrders(new ListCustomerOrdersRequest()));

        assertThat(refused.getHttpStatusCode()).isEqualTo(401);
        assertThat(refused.getErrorCode()).isEqualTo("APIGW.0301");
        assertThat(refused.getErrorMsg()).contains("verify aksk signature fail");
    }

    @Test
    void whatTheOfficialClientSendsOtherwiseEncodedIsVerified() {
        var answer =
                partner().listCustomerOrders(new ListCustomerOrdersRequest().withServiceTypeCode("测试 主机~*/+a=b&c"));

        assertThat(answer.getTotalCount()).isZero();
        assertThat(standIn.journal().calls(Api.NEW_LIST).get(0).target()).contains("service_type_code=");
    }

    private int policyOf(String resourceId) {
        return standIn.state().resource(resourceId).orElseThrow().expirePolicy();
    }

    private BssClient partner() {
        return client(standIn.state().partner(StandInPartnerApi.PARTNER).keys(), StandInPartnerApi.PARTNER);
    }

    private BssClient customer() {
        return client(standIn.state().customer("c1").orElseThrow().keys(), "c1");
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
