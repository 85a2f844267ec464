package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.bss.v2.model.ListOnDemandResourceRatingsResponse;
import com.huaweicloud.sdk.bss.v2.model.ListRateOnPeriodDetailResponse;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** prices.by-spec: the old endpoint and its successors, the same answer either way. */
class PriceBySpecTest {
    private static final String NAME = "prices.by-spec";
    private static final String PRODUCT =
            """
            {"document":"D1","projectId":"p1","service":"hws.service.type.ebs","resourceType":"hws.resource.type.volume",
             "resourceSpec":"SAS","region":"cn-north-1","size":40,"sizeUnit":17,"quantity":2,
            """;
    private static final String MONTHLY = PRODUCT + "\"chargingMode\":0,\"periodType\":2,\"periodNum\":1}";
    private static final String BY_USE =
            PRODUCT + "\"chargingMode\":1,\"usageFactor\":\"Duration\",\"usageValue\":1.50,\"usageUnit\":4}";
    private static final String OLD =
            """
            {"error_code":"CBC.0000","ratingResult":{"amount":28.00,"originalAmount":28.00,"discountAmount":0,"measureId":1,
             "currency":"CNY","productRatingResult":[{"id":"1","productId":"PRD-1","amount":28.00,"originalAmount":28.00,
             "discountAmount":0,"measureId":1}]}}
            """;
    private static final String PERIOD =
            """
            {"currency":"CNY","official_website_rating_result":{"official_website_amount":28.00,"measure_id":1,
              "product_rating_results":[{"id":"1","product_id":"PRD-1","official_website_amount":28.00,"measure_id":1}]},
             "optional_discount_rating_results":[{"discount_id":"D605","discount_type":605,"best_offer":1,"measure_id":1,
              "product_rating_results":[{"id":"1","amount":25.20,"discount_amount":2.80,"measure_id":1}]}]}
            """;
    private static final String USE =
            """
            {"amount":25.20,"discount_amount":2.80,"official_website_amount":28.00,"measure_id":1,"currency":"CNY",
             "product_rating_results":[{"id":"1","product_id":"PRD-1","amount":25.20,"discount_amount":2.80,
              "official_website_amount":28.00,"measure_id":1,"discount_rating_results":[{"discount_id":"D605",
              "discount_type":605,"amount":2.80,"measure_id":1,"discount_name":"商务折扣"}]}]}
            """;

    @Test
    void allThreeEndpointsGiveTheSameAnswer() {
        RecordRun old = run("old", MONTHLY, OLD);

        assertThat(old.rows.values())
                .containsExactly(
                        ShippedMapping.json(
                                """
                        {"row":"price","key":"price","productId":"PRD-1","officialAmount":28.00,"currency":"CNY"}
                        """));
        assertThat(run("new", with(MONTHLY, "customerId", "\"c1\""), PERIOD).rows)
                .isEqualTo(old.rows);
        assertThat(run("new", with(BY_USE, "customerId", "\"c1\""), USE).rows).isEqualTo(old.rows);
        assertThat(run("old", BY_USE, OLD).rows).isEqualTo(old.rows);
    }

    @Test
    void thePartnerAsksInItsOwnNameAndTheCustomerInItsOwn() {
        JsonNode partner = run("old", MONTHLY, OLD).requests.get(0);
        JsonNode customer =
                run("old", with(MONTHLY, "customerId", "\"c1\""), OLD).requests.get(0);

        assertThat(partner)
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        {"api":"rate-products-old","method":"POST",
                         "path":["v1.0","d0ma1n","customer","product-mgr","query-rating"],"body":{"tenantId":"p1",
                         "regionId":"cn-north-1","chargingMode":0,"periodType":2,"periodNum":1,"subscriptionNum":2,
                         "productInfos":[{"id":"1","cloudServiceType":"hws.service.type.ebs",
                         "resourceType":"hws.resource.type.volume","resourceSpecCode":"SAS","resourceSize":40,
                         "resouceSizeMeasureId":17}]},"envelope":"old","payload":"ratingResult","caller":"partner"}
                        """));
        assertThat(customer.at("/path/1").textValue()).isEqualTo("c1");
        assertThat(customer.path("caller").textValue()).isEqualTo("customer");
        assertThat(customer.path("project").textValue()).isEqualTo("p1");
    }

    @Test
    void whatOnlyTheOldEndpointKnowsIsSentAsItIsSpeltThere() {
        String added = PRODUCT
                + """
                "availableZone":"cn-north-1a","chargingMode":0,"periodType":5,"periodEnd":"2024-06-30T15:59:59Z",
                "mainPeriodType":2,"mainResourceId":"ecs-1","priceTime":"2024-04-01T00:00:00Z"}
                """;

        JsonNode body = run("old", added, OLD).requests.get(0).path("body");

        assertThat(body.path("avaliableZoneId").textValue()).isEqualTo("cn-north-1a");
        assertThat(body.path("periodEndDate").textValue()).isEqualTo("2024-06-30T15:59:59Z");
        assertThat(body.path("relativeResourceId").textValue()).isEqualTo("ecs-1");
        assertThat(body.path("relativeResourcePeriodType").intValue()).isEqualTo(2);
        assertThat(body.path("inquiryTime").textValue()).isEqualTo("2024-04-01T00:00:00Z");
        assertThat(body.has("periodNum")).isFalse();
    }

    @Test
    void useIsSentExactlyToBothGenerations() {
        JsonNode old = run("old", BY_USE, OLD).requests.get(0);
        String record = with(with(BY_USE, "customerId", "\"c1\""), "precision", "1");
        JsonNode recent = run("new", record, USE).requests.get(0);

        assertThat(old.at("/body/productInfos/0/usageValue").toString()).isEqualTo("1.50");
        assertThat(recent.at("/body/product_infos/0/usage_value").toString()).isEqualTo("1.50");
        assertThat(recent.at("/body/inquiry_precision").intValue()).isEqualTo(1);
        assertThat(recent.path("api").textValue()).isEqualTo("rate-on-demand-new");
        assertThat(recent.at("/path/3").textValue()).isEqualTo("on-demand-resources");
    }

    @Test
    void discountsComeOnlyWhenWanted() {
        RecordRun period = run("new", wanting(MONTHLY), PERIOD);
        RecordRun use = run("new", wanting(BY_USE), USE);

        assertThat(period.column("discount", "amount")).containsExactly("25.20");
        assertThat(period.column("discount", "bestOffer")).containsExactly("Y");
        assertThat(use.column("discount", "discountAmount")).containsExactly("2.80");
        assertThat(use.column("price", "amount")).containsExactly("25.20");
    }

    @Test
    void fenOfTheOldEndpointBecomeYuan() {
        RecordRun run = run("old", MONTHLY, OLD.replace("28.00", "280001").replace("Id\":1", "Id\":3"));

        assertThat(run.column("price", "officialAmount")).containsExactly("2800.01");
    }

    @Test
    void aProductThatIsNotToldByItselfCostsTheTotal() {
        RecordRun run = run("old", MONTHLY, "{\"ratingResult\":{\"amount\":\"28.00\",\"measureId\":\"1\"}}");

        assertThat(run.column("price", "officialAmount")).containsExactly("28.00");
        assertThat(run.column("price", "currency")).containsExactly("CNY");
    }

    @Test
    void anAnswerWithoutAPriceIsNoAnswer() {
        assertThatThrownBy(() -> run("old", MONTHLY, "{\"ratingResult\":{}}"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no list price");
        assertThatThrownBy(() -> run("new", MONTHLY, "{\"official_website_rating_result\":{}}"))
                .isInstanceOf(MappingException.class);
    }

    @Test
    void aRefusalLeavesNoRows() {
        for (String generation : new String[] {"old", "new"}) {
            RecordRun run =
                    RecordRun.of(NAME, generation, MONTHLY, request -> Reply.refused("CBC.99006006", "not found"));

            assertThat(run.rows).isEmpty();
            assertThat(run.status).isEqualTo("REFUSED");
            assertThat(run.code).isEqualTo("CBC.99006006");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customerId     | null                     | old | customerId",
                "chargingMode   | 2                        | old | chargingMode=2",
                "periodType     | 5                        | old | periodType=5",
                "mainResourceId | \"ecs-1\"                | old | mainResourceId",
                "priceTime      | \"2024-04-01T00:00:00Z\" | old | priceTime",
                "quantity       | 10001                    | old | quantity",
                "precision      | 1                        | new | precision=1",
                "wantDiscounts  | \"Y\"                    | new | wantDiscounts=Y",
            })
    void whatOnlyOneGenerationCanDoIsAReason(String field, String value, String generation, String reason) {
        JsonNode needs = needs(with(with(MONTHLY, "customerId", "\"c1\""), field, value));

        assertThat(needs.path(generation)).hasSize(1);
        assertThat(needs.path(generation).get(0).get("en").textValue()).startsWith(reason);
        assertThat(needs.path(generation.equals("old") ? "new" : "old")).isEmpty();
    }

    @Test
    void aCustomersOrdinaryPriceCanBeAskedEitherWay() {
        for (String record : new String[] {MONTHLY, BY_USE}) {
            JsonNode needs = needs(with(record, "customerId", "\"c1\""));

            assertThat(StreamSupport.stream(needs.spliterator(), false)).allMatch(JsonNode::isEmpty);
        }
    }

    @Test
    void onlyWhatThePageSaysIsLeftOut() {
        Map<String, String> fixed = Map.of("id", "\"1\"", "measure_id", "1");
        FullAnswer period = FullAnswer.of(ListRateOnPeriodDetailResponse.class, fixed);
        FullAnswer use = FullAnswer.of(ListOnDemandResourceRatingsResponse.class, fixed);

        assertThat(period.leftOut(
                        rows(run("new", wanting(MONTHLY), period.json().toString()))))
                .isEqualTo(FullAnswer.declared(NAME, "Not passed on of `subscribe-rate`:"));
        assertThat(use.leftOut(rows(run("new", wanting(BY_USE), use.json().toString()))))
                .isEqualTo(FullAnswer.declared(NAME, "Not passed on of `on-demand-resources`:"));
    }

    private static JsonNode rows(RecordRun run) {
        var rows = ShippedMapping.object().putArray("rows");
        run.rows.values().forEach(rows::add);
        return rows;
    }

    private static JsonNode needs(String record) {
        return ShippedMapping.of(NAME).generationNeeds(ShippedMapping.context(record, "china"));
    }

    private static String wanting(String record) {
        return with(with(record, "customerId", "\"c1\""), "wantDiscounts", "\"Y\"");
    }

    private static String with(String record, String field, String value) {
        ObjectNode changed = (ObjectNode) ShippedMapping.json(record);
        changed.set(field, ShippedMapping.json(value));
        return changed.toString();
    }

    private static RecordRun run(String generation, String record, String response) {
        return RecordRun.of(NAME, generation, record, request -> Reply.ok(response));
    }
}
