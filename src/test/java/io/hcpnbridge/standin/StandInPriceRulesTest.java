package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.SignedClient.Answer;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.PartnerRole;
import io.hcpnbridge.standin.state.ServiceType;
import io.hcpnbridge.standin.wire.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Field rules of the price endpoints, and the old endpoint, for which there is no client. */
class StandInPriceRulesTest {
    private static final String PERIOD = "/v2/bills/ratings/period-resources/subscribe-rate";
    private static final String ON_DEMAND = "/v2/bills/ratings/on-demand-resources";
    private static final String POLICIES = "/v2/products/incentive-discount-policies";
    private static final String DISK =
            """
            {"id":"1","cloud_service_type":"hws.service.type.ebs","resource_type":"hws.resource.type.volume",
             "resource_spec":"SAS","region":"cn-north-1","resource_size":40,"size_measure_id":17,
            """;

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.state()
                .prices()
                .project("p1", "c1")
                .project("own", StandInPartnerApi.PARTNER)
                .put(CatalogProduct.of("PRD-DISK", ServiceType.EBS, "hws.resource.type.volume", "cn-north-1", "SAS")
                        .bySize(17)
                        .per(2, "0.35")
                        .perUse("Duration", 4, "0.001"))
                .put(CatalogProduct.of("PRD-HELP", ServiceType.EC2, "hws.resource.type.service", "cn-north-1", "setup")
                        .once("99.00"));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource({
        "id,''",
        "cloud_service_type,",
        "resource_type,",
        "resource_spec,",
        "region,",
        "resource_size,0",
        "resource_size,",
        "size_measure_id,",
        "size_measure_id,15",
        "period_type,1",
        "period_type,5",
        "period_num,0",
        "period_num,214783648",
        "subscription_num,10001",
        "subscription_num,\"1\"",
        "fee_installment_mode,\"SOME\"",
        "colour,\"red\"",
    })
    void aPeriodPriceIsRefusedWithStatus400(String field, String value) throws Exception {
        ObjectNode body = json("{\"project_id\":\"p1\",\"product_infos\":[" + DISK
                + "\"period_type\":2,\"period_num\":1,\"subscription_num\":1}]}");
        set((ObjectNode) body.path("product_infos").get(0), field, value);

        Answer answer = customer().post(PERIOD, body.toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("CBC.0100");
    }

    @ParameterizedTest
    @CsvSource({
        "usage_factor,,CBC.0100",
        "usage_factor,\"upflow\",CBC.99006006",
        "usage_value,,CBC.0100",
        "usage_value,\"1\",CBC.0100",
        "usage_measure_id,10,CBC.99006050",
        "usage_measure_id,10000,CBC.0100",
        "subscription_num,0,CBC.0100",
        "period_type,2,CBC.0100",
    })
    void aPriceOfUseIsRefusedWithStatus400(String field, String value, String code) throws Exception {
        ObjectNode body = json("{\"project_id\":\"p1\",\"product_infos\":[" + DISK
                + "\"usage_factor\":\"Duration\",\"usage_value\":1,\"usage_measure_id\":4,\"subscription_num\":1}]}");
        set((ObjectNode) body.path("product_infos").get(0), field, value);

        Answer answer = customer().post(ON_DEMAND, body.toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void aHundredProductsAreTakenAndOneMoreIsNot() throws Exception {
        assertThat(customer().post(PERIOD, disks(100)).status()).isEqualTo(200);
        assertThat(customer().post(PERIOD, disks(101)).code()).isEqualTo("CBC.0100");
        assertThat(customer()
                        .post(PERIOD, disks(2).replace("\"id\":\"2\"", "\"id\":\"1\""))
                        .code())
                .isEqualTo("CBC.0100");
    }

    @Test
    void theOldEndpointTellsListPricesToPartnersAndCustomers() throws Exception {
        JsonNode partner = partner()
                .post(old(StandInPartnerApi.PARTNER), oldBody("own", 0))
                .json();
        standIn.state().prices().oldMeasure(3);
        JsonNode customer = customer().post(old("c1"), oldBody("p1", 1)).json();

        assertThat(partner.path("error_code").textValue()).isEqualTo("CBC.0000");
        assertThat(partner.at("/ratingResult/amount").decimalValue()).isEqualByComparingTo("28.00");
        assertThat(partner.at("/ratingResult/currency").textValue()).isEqualTo("CNY");
        assertThat(partner.at("/ratingResult/productRatingResult/0/productId").textValue())
                .isEqualTo("PRD-DISK");
        assertThat(customer.at("/ratingResult/measureId").intValue()).isEqualTo(3);
        assertThat(customer.at("/ratingResult/productRatingResult/0/originalAmount")
                        .decimalValue())
                .isEqualByComparingTo("8");
    }

    @Test
    void theOldEndpointKnowsOneTimeServicesAndEndDates() throws Exception {
        String help =
                """
                {"tenantId":"own","regionId":"cn-north-1","chargingMode":2,"subscriptionNum":1,"productInfos":[
                 {"id":"1","cloudServiceType":"hws.service.type.ec2","resourceType":"hws.resource.type.service",
                  "resourceSpecCode":"setup"}]}
                """;
        String untilEnd = oldBody("own", 0)
                .replace(
                        "\"periodType\":2,\"periodNum\":1",
                        "\"periodType\":5,\"relativeResourcePeriodType\":2,\"periodEndDate\":\"2027-01-01T00:00:00Z\"");

        assertThat(partner()
                        .post(old(StandInPartnerApi.PARTNER), help)
                        .json()
                        .at("/ratingResult/amount")
                        .decimalValue())
                .isEqualByComparingTo("99");
        assertThat(partner().post(old(StandInPartnerApi.PARTNER), untilEnd).code())
                .isEqualTo("CBC.0000");
    }

    @Test
    void theOldEndpointRefusesBusinessWithStatus200AndStrangersWith403() throws Exception {
        Answer unknown =
                partner().post(old(StandInPartnerApi.PARTNER), oldBody("own", 0).replace("SAS", "SSD"));
        Answer project = partner().post(old(StandInPartnerApi.PARTNER), oldBody("p1", 0));
        Answer domain = partner().post(old("c1"), oldBody("own", 0));
        Answer field = partner()
                .post(old(StandInPartnerApi.PARTNER), oldBody("own", 0).replace("resouceSize", "resourceSize"));

        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.code()).isEqualTo("CBC.99006006");
        assertThat(project.code()).isEqualTo("CBC.99006073");
        assertThat(domain.status()).isEqualTo(403);
        assertThat(field.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "time,2026-13",
        "time,2026-3",
        "time,''",
        "limit,101",
        "limit,''",
        "offset,''",
        "month,2026-03",
    })
    void policiesAreRefusedWithStatus400(String name, String value) throws Exception {
        Answer answer = name.equals("time")
                ? partner().get(POLICIES, name, value)
                : partner().get(POLICIES, "time", "2026-03", name, value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("CBC.0100");
    }

    @Test
    void resellersAreNotToldPolicies() throws Exception {
        standIn.state().put(standIn.state().partner(StandInPartnerApi.PARTNER).as(PartnerRole.RESELLER));

        Answer answer = partner().get(POLICIES, "time", "2026-03");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("CBC.0151");
    }

    private static String old(String domain) {
        return "/v1.0/" + domain + "/customer/product-mgr/query-rating";
    }

    private static String oldBody(String project, int chargingMode) {
        String mode = chargingMode == 0 ? "\"chargingMode\":0,\"periodType\":2,\"periodNum\":1" : "\"chargingMode\":1";
        return "{\"tenantId\":\"" + project + "\",\"regionId\":\"cn-north-1\"," + mode
                + ",\"subscriptionNum\":2,\"productInfos\":[{\"id\":\"1\",\"cloudServiceType\":\"hws.service.type.ebs\","
                + "\"resourceType\":\"hws.resource.type.volume\",\"resourceSpecCode\":\"SAS\",\"resourceSize\":40,"
                + "\"resouceSizeMeasureId\":17,\"usageFactor\":\"Duration\",\"usageValue\":1,\"usageMeasureId\":4}]}";
    }

    private static String disks(int count) throws Exception {
        ObjectNode body = Json.object().put("project_id", "p1");
        var products = body.putArray("product_infos");
        for (int i = 1; i <= count; i++) {
            products.add(json(DISK + "\"period_type\":2,\"period_num\":1,\"subscription_num\":1}")
                    .put("id", String.valueOf(i)));
        }
        return body.toString();
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void set(ObjectNode product, String field, String value) throws Exception {
        if (value == null) {
            product.remove(field);
        } else {
            product.set(
                    field, value.isEmpty() ? product.textNode("") : Json.read(value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private SignedClient partner() {
        return new SignedClient(standIn.uri(), standIn.partnerKeys());
    }

    private SignedClient customer() {
        return new SignedClient(standIn.uri(), standIn.keysOf("c1"));
    }
}
