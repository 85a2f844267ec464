package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.bss.v2.model.ListRateOnPeriodDetailResponse;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** prices.period: many documents, one call, each its own answer. */
class PricePeriodTest {
    private static final ShippedMapping MAPPING = ShippedMapping.of("prices.period");
    private static final String MACHINE =
            """
            {"document":"D1","customerId":"c1","projectId":"p1","service":"hws.service.type.ec2",
             "resourceType":"hws.resource.type.vm","resourceSpec":"s6.linux","region":"cn-north-1","periodType":2,
             "periodNum":3,"quantity":1}
            """;
    private static final String DISK =
            """
            {"document":"D2","customerId":"c1","projectId":"p1","service":"hws.service.type.ebs",
             "resourceType":"hws.resource.type.volume","resourceSpec":"SAS","region":"cn-north-1",
             "availableZone":"cn-north-1a","size":40,"sizeUnit":17,"periodType":3,"periodNum":1,"quantity":10,
             "feeInstallment":"NA"}
            """;
    private static final String ANSWER =
            """
            {"currency":"CNY",
             "official_website_rating_result":{"official_website_amount":500.90,"measure_id":1,"product_rating_results":[
               {"id":"2","product_id":"PRD-2","official_website_amount":140.00,"measure_id":1},
               {"id":"1","product_id":"PRD-1","official_website_amount":360.9000000001,"measure_id":1}]},
             "optional_discount_rating_results":[
               {"discount_id":"D605","discount_type":605,"discount_name":"商务折扣","best_offer":1,"measure_id":1,
                "amount":450.81,"official_website_amount":500.90,"discount_amount":50.09,"product_rating_results":[
                 {"id":"1","product_id":"PRD-1","amount":324.81,"discount_amount":36.0900000001,"measure_id":1},
                 {"id":"2","product_id":"PRD-2","amount":126.00,"discount_amount":14.00,"measure_id":1}]},
               {"discount_id":"D607","discount_type":607,"best_offer":0,"measure_id":1,"product_rating_results":[
                 {"id":"2","product_id":"PRD-2","amount":133.00,"discount_amount":7.00,"measure_id":1}]}]}
            """;

    @Test
    void theDocumentsOfACallAreItsProducts() {
        JsonNode request = MAPPING.request("new", context("china", MACHINE, DISK));

        assertThat(request)
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        {"api":"rate-period-new","method":"POST",
                         "path":["v2","bills","ratings","period-resources","subscribe-rate"],
                         "body":{"project_id":"p1","product_infos":[
                          {"id":"1","cloud_service_type":"hws.service.type.ec2","resource_type":"hws.resource.type.vm",
                           "resource_spec":"s6.linux","region":"cn-north-1","period_type":2,"period_num":3,
                           "subscription_num":1},
                          {"id":"2","cloud_service_type":"hws.service.type.ebs","resource_type":"hws.resource.type.volume",
                           "resource_spec":"SAS","region":"cn-north-1","available_zone":"cn-north-1a","resource_size":40,
                           "size_measure_id":17,"period_type":3,"period_num":1,"subscription_num":10,
                           "fee_installment_mode":"NA"}]},
                         "envelope":"new","payload":"official_website_rating_result","customer":"c1","project":"p1"}
                        """));
    }

    @Test
    void everyDocumentGetsItsPriceAndItsDiscountsExactly() {
        JsonNode answers = answers("china", ANSWER, MACHINE, DISK);

        assertThat(answers.at("/D1/rows"))
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        [{"row":"price","key":"price","productId":"PRD-1","officialAmount":360.9000000001,"currency":"CNY"},
                         {"row":"discount","key":"discount:1","discountId":"D605","discountType":"605",
                          "discountName":"商务折扣","bestOffer":"Y","discountAmount":36.0900000001,"amount":324.81,
                          "currency":"CNY"}]
                        """));
        assertThat(answers.at("/D2/rows").findValuesAsText("discountType")).containsExactly("605", "607");
        assertThat(answers.at("/D2/rows").findValuesAsText("bestOffer")).containsExactly("Y", "N");
        answers.forEach(answer ->
                assertThat(MAPPING.mapping().answerContract().check(answer)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"china,CNY", "international,USD"})
    void anEmptyCurrencyIsThatOfTheSite(String site, String currency) {
        JsonNode answers = answers(site, ANSWER.replace("\"currency\":\"CNY\"", "\"currency\":\"\""), MACHINE);

        assertThat(answers.findValuesAsText("currency")).containsOnly(currency);
    }

    @Test
    void instalmentsAreNumbersAndDiscountsMayBeAbsent() {
        JsonNode answers = answers(
                "china",
                """
                {"official_website_rating_result":{"measure_id":1,"product_rating_results":[{"id":"1","product_id":"PRD-1",
                  "official_website_amount":"12.00","installment_official_website_amount":"1.00",
                  "installment_period_type":2}]},"currency":"CNY"}
                """,
                MACHINE);

        assertThat(answers.at("/D1/rows")).hasSize(1);
        assertThat(answers.at("/D1/rows/0/officialAmount").decimalValue()).isEqualByComparingTo("12");
        assertThat(answers.at("/D1/rows/0/installmentOfficialAmount").decimalValue())
                .isEqualByComparingTo("1");
        assertThat(answers.at("/D1/rows/0/installmentPeriodType").textValue()).isEqualTo("2");
    }

    @Test
    void anUnknownUnitIsSaid() {
        JsonNode answers = answers("china", ANSWER.replace("\"measure_id\":1}", "\"measure_id\":7}"), MACHINE);

        assertThat(answers.findValuesAsText("unknownMeasureId"))
                .containsOnly("7")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CBC.0100",
                "CBC.99006006",
                "CBC.99006024",
                "CBC.99006050",
                "CBC.99006055",
                "CBC.99006066",
                "CBC.12345678"
            })
    void whatOneProductMayHaveSpoiltIsAskedApart(String code) {
        assertThat(refused(code, MACHINE, DISK)).isEqualTo(ShippedMapping.json("{\"apart\":true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CBC.0151", "CBC.0155", "CBC.0156", "CBC.99006016", "CBC.99006017", "CBC.99006073"})
    void whatHoldsForAllIsTheAnswerOfAll(String code) {
        JsonNode answers = refused(code, MACHINE, DISK).path("answers");

        assertThat(answers).hasSize(2);
        assertThat(answers.findValuesAsText("status")).containsOnly("REFUSED");
        assertThat(answers.findValuesAsText("code")).containsOnly(code);
    }

    @Test
    void aDocumentThatWasAskedAloneIsRefusedWithThePartnersWords() {
        assertThat(refused("CBC.99006006", MACHINE))
                .isEqualTo(ShippedMapping.json(
                        "{\"answers\":{\"D1\":{\"status\":\"REFUSED\",\"code\":\"CBC.99006006\",\"text\":\"no\"}}}"));
    }

    @Test
    void aPriceThatIsMissingIsNoPrice() {
        String without = ANSWER.replace("\"id\":\"1\"", "\"id\":\"9\"");

        assertThat(response("china", without, MACHINE, DISK)).isEqualTo(ShippedMapping.json("{\"apart\":true}"));
        assertThatThrownBy(() -> response("china", without, MACHINE))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no list price");
    }

    @Test
    void onlyWhatThePageSaysIsLeftOut() {
        FullAnswer full = FullAnswer.of(ListRateOnPeriodDetailResponse.class, Map.of("id", "\"1\"", "measure_id", "1"));

        JsonNode answers = answers("china", full.json().toString(), MACHINE);

        assertThat(full.leftOut(answers)).isEqualTo(FullAnswer.declared("prices.period", "Not passed on:"));
    }

    private static JsonNode answers(String site, String response, String... records) {
        return response(site, response, records).path("answers");
    }

    private static JsonNode response(String site, String response, String... records) {
        ObjectNode in = context(site, records);
        in.set("response", ShippedMapping.json(response));
        in.putObject("judgement").put("verdict", "success").put("code", "CBC.0000");
        return MAPPING.response("new", in);
    }

    private static JsonNode refused(String code, String... records) {
        ObjectNode in = context("china", records);
        in.putObject("judgement").put("verdict", "refused").put("code", code).put("text", "no");
        return MAPPING.response("new", in);
    }

    private static ObjectNode context(String site, String... records) {
        ObjectNode in = ShippedMapping.context(records[0], site);
        for (String record : records) {
            in.withArray("/records").add(ShippedMapping.json(record));
        }
        return in;
    }
}
