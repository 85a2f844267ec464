package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** bills.records: months and days that are refused before a call, what the sites offer, and what a record becomes. */
class BillMonthsTest {
    private static final ShippedMapping MAPPING = ShippedMapping.of("bills.records");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // month, now, site -> what the refusal says
                "2026-11, 2026-11-23T08:00:00Z, china, -",
                "2025-05, 2026-11-23T08:00:00Z, china, -",
                "2025-04, 2026-11-23T08:00:00Z, china, more than 18 months back",
                "2026-12, 2026-11-23T08:00:00Z, china, has not begun",
                "2026-12, 2026-11-30T15:59:59Z, china, has not begun",
                "2026-12, 2026-11-30T16:00:00Z, china, -",
                "2025-05, 2026-11-30T16:00:00Z, china, more than 18 months back",
                "2020-01, 2026-11-23T08:00:00Z, international, -",
                "2026-12, 2026-11-23T08:00:00Z, international, has not begun",
            })
    void monthsAreCountedWhereBillsAreMade(String month, String now, String site, String refusal) {
        JsonNode request = request("{\"document\":\"D1\",\"billCycle\":\"%s\"}".formatted(month), now, site);

        if (refusal == null) {
            assertThat(request.has("path")).as(request.toString()).isTrue();
            assertThat(request.has("refusal")).isFalse();
        } else {
            assertThat(request.get("refusal").get("en").textValue())
                    .contains(refusal)
                    .contains(month);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-10-01, 2026-10-31, -",
                "2026-09-30, 2026-10-31, dayFrom 2026-09-30 is not in 2026-10",
                "2026-10-01, 2026-11-01, dayTo 2026-11-01 is not in 2026-10",
                "2026-10-02, 2026-10-01, dayTo 2026-10-01 is before dayFrom 2026-10-02",
            })
    void daysLieInTheMonthAndInOrder(String from, String to, String refusal) {
        JsonNode request = request(
                "{\"document\":\"D1\",\"billCycle\":\"2026-10\",\"dayFrom\":\"%s\",\"dayTo\":\"%s\"}"
                        .formatted(from, to),
                "2026-11-23T08:00:00Z",
                "china");

        assertThat(request.path("refusal").path("en").asText("-")).startsWith(refusal == null ? "-" : refusal);
    }

    @Test
    void howLongRecordsAreKeptCanBeSet() {
        ObjectNode in = context("{\"document\":\"D1\",\"billCycle\":\"2020-01\"}", "2026-11-23T08:00:00Z", "china");
        in.withObject("/settings").put("billMonths", 100);

        assertThat(MAPPING.request("new", in).has("refusal")).isFalse();
    }

    @Test
    void theLanguageIsWrittenAsThisApiWantsIt() {
        ObjectNode in = context(
                "{\"document\":\"D1\",\"billCycle\":\"2026-10\",\"customerId\":\"c1\"}",
                "2026-11-23T08:00:00Z",
                "china");
        in.withObject("/settings").put("language", "en_US");

        assertThat(MAPPING.request("new", in).at("/headers/X-Language").textValue())
                .isEqualTo("en_us");
    }

    @Test
    void theInternationalSiteTellsTheBillOfTheMonth() {
        RecordRun run = international(
                """
                {"bill_cycle":"2026-10","initial_amount_due":106.00,"consume_amount":120.0,"refunds":-15,"adjustments":-5.10,
                 "tax_amount":6.00,"currency":"USD"}
                """);

        assertThat(run.requests.get(0).get("path").toString())
                .isEqualTo("[\"v2\",\"bills\",\"partner-bills\",\"postpaid-bill-summary\"]");
        assertThat(run.rows("bill").get(0))
                .hasToString(
                        """
                        {"row":"bill","key":"bill:2026-10","billCycle":"2026-10","amountDue":106.00,"consumedAmount":120.0,\
                        "refunds":-15,"adjustments":-5.10,"taxAmount":6.00,"currency":"USD"}""");
    }

    @Test
    void aBillThatIsNotThereYetIsNoEmptyBill() {
        RecordRun run = international("{\"bill_cycle\":\"2026-10\"}");

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo("BRIDGE.NO_BILL_YET");
        assertThat(run.rows).isEmpty();
    }

    @Test
    void everyAmountOfARecordStaysExact() {
        RecordRun run = RecordRun.of(
                "bills.records",
                "new",
                context(
                        "{\"document\":\"D1\",\"billCycle\":\"2026-10\",\"customerId\":\"c1\"}",
                        "2026-11-23T08:00:00Z",
                        "china"),
                request -> Reply.ok(
                        """
                        {"total_count":1,"currency":"CNY","fee_records":[{"id":"r1","charging_mode":3,"resource_tag":"",
                          "usage_amount":0.00000001,"official_amount":12345678901234.567890,"official_discount_amount":"0.10",
                          "payment_amount":-0.30,"cash_amount":1,"credit_amount":2,"coupon_amount":3,
                          "flexipurchase_coupon_amount":4,"stored_value_card_amount":5,"debt_amount":6,"writeoff_amount":null,
                          "period_num":12,"something_new":{"a":1}}]}
                        """));

        assertThat(run.rows("fee").get(0))
                .hasToString(
                        """
                        {"officialAmount":12345678901234.567890,"officialDiscountAmount":0.10,"paymentAmount":-0.30,\
                        "cashAmount":1,"creditAmount":2,"couponAmount":3,"flexiCouponAmount":4,"storedCardAmount":5,\
                        "debtAmount":6,"currency":"CNY","usage":1E-8,"row":"fee","key":"fee:r1","id":"r1","chargingMode":"3",\
                        "periodNum":"12"}""");
    }

    private static RecordRun international(String answer) {
        ObjectNode in =
                context("{\"document\":\"D1\",\"billCycle\":\"2026-10\"}", "2026-11-23T08:00:00Z", "international");
        return RecordRun.of("bills.records", "new", in, request -> Reply.ok(answer));
    }

    private static JsonNode request(String record, String now, String site) {
        return MAPPING.request("new", context(record, now, site));
    }

    private static ObjectNode context(String record, String now, String site) {
        ObjectNode in = ShippedMapping.context(record, site);
        in.put("now", now);
        return in;
    }
}
