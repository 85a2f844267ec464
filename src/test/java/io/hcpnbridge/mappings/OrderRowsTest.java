package io.hcpnbridge.mappings;

import static io.hcpnbridge.mappings.OrderSamples.NEW_LINE;
import static io.hcpnbridge.mappings.OrderSamples.NEW_ORDER;
import static io.hcpnbridge.mappings.OrderSamples.OLD_LINE;
import static io.hcpnbridge.mappings.OrderSamples.OLD_ORDER;
import static io.hcpnbridge.mappings.OrderSamples.newDetail;
import static io.hcpnbridge.mappings.OrderSamples.newList;
import static io.hcpnbridge.mappings.OrderSamples.oldDetail;
import static io.hcpnbridge.mappings.OrderSamples.oldList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRowsTest {
    private static final String LIST = "orders.list";
    private static final String DETAIL = "orders.detail";
    private static final String ASK = "{\"document\":\"D1\",\"orderId\":\"CS2403071605AB1C2\",\"remark\":\"三月\"}";
    private static final String ASK_EXTENDED =
            "{\"document\":\"D1\",\"orderId\":\"CS2403071605AB1C2\",\"wantExtended\":\"Y\"}";
    private static final Set<String> OLD_ONLY =
            Set.of("originalPrice", "lastUpdatedAt", "needsApproval", "baseOrderId");
    private static final Set<String> NEW_ONLY = Set.of(
            "serviceName",
            "payingAgentId",
            "agentPaid",
            "userName",
            "payBefore",
            "ownerService",
            "commercialResource",
            "subOrderId");

    @Test
    void bothListsGiveTheSameRowsApartFromWhatOnlyOneTells() {
        RecordRun old = run(LIST, "old", ASK, oldList(1, OLD_ORDER));
        RecordRun recent = run(LIST, "new", ASK, newList(1, NEW_ORDER));

        assertThat(shared(old)).isEqualTo(shared(recent)).hasSize(2);
        assertThat(old.fields).isEqualTo(recent.fields);
    }

    @Test
    void bothDetailsGiveTheSameRowsApartFromWhatOnlyOneTells() {
        RecordRun old = run(DETAIL, "old", ASK, oldDetail(OLD_ORDER, 1, OLD_LINE));
        RecordRun recent = run(DETAIL, "new", ASK, newDetail(NEW_ORDER, 1, NEW_LINE));

        assertThat(shared(old)).isEqualTo(shared(recent)).hasSize(4);
        assertThat(old.rows.keySet())
                .containsExactly(
                        "order:CS2403071605AB1C2",
                        "discount:CS2403071605AB1C2:607:1",
                        "line:CS2403071605AB1C2-000001",
                        "discount:CS2403071605AB1C2-000001:607:1");
    }

    @Test
    void everyColumnOfAnOldOrderComesFromItsField() {
        assertThat(values(run(LIST, "old", ASK, oldList(1, OLD_ORDER))
                        .rows("order")
                        .get(0)))
                .isEqualTo(
                        values(
                                json(
                                        """
                        {"row":"order","key":"order:CS2403071605AB1C2","orderId":"CS2403071605AB1C2",
                         "customerId":"c0ffee","sourceType":"1","status":"5","orderType":"1","originalPrice":120.0,
                         "amountAfterDiscount":100.0,"officialAmount":120.0,"currency":"CNY",
                         "createdAt":"2024-03-07T08:05:01Z","paidAt":"2024-03-07T08:05:40Z",
                         "lastUpdatedAt":"2024-03-07T08:07:02Z","needsApproval":"N","service":"hws.service.type.ebs",
                         "flexiCouponAmount":1.5,"cashCouponAmount":2.5,"storedCardAmount":0}
                        """)));
    }

    @Test
    void everyColumnOfANewOrderComesFromItsField() {
        assertThat(values(run(LIST, "new", ASK, newList(1, NEW_ORDER))
                        .rows("order")
                        .get(0)))
                .isEqualTo(
                        values(
                                json(
                                        """
                        {"row":"order","key":"order:CS2403071605AB1C2","orderId":"CS2403071605AB1C2",
                         "customerId":"c0ffee","sourceType":"1","status":"5","orderType":"1",
                         "amountAfterDiscount":100.0,"officialAmount":120.0,"currency":"CNY",
                         "createdAt":"2024-03-07T08:05:01Z","paidAt":"2024-03-07T08:05:40Z",
                         "service":"hws.service.type.ebs","serviceName":"云硬盘","payingAgentId":"payer-1",
                         "agentPaid":"Y","flexiCouponAmount":1.5,"cashCouponAmount":2.5,"storedCardAmount":0}
                        """)));
    }

    @Test
    void subOrdersAndProjectsComeOnlyWhenWanted() {
        assertThat(run(LIST, "new", ASK, newList(1, NEW_ORDER)).rows("suborder"))
                .isEmpty();

        RecordRun extended = run(LIST, "new", ASK_EXTENDED, newList(1, NEW_ORDER));
        assertThat(extended.column("project", "projectName")).containsExactly("默认", "子项");
        assertThat(extended.column("suborder", "parentOrderId")).containsExactly("CS2403071605AB1C2");
        assertThat(extended.column("discount", "orderId")).containsExactly("CS2403071605AB1C2", "CS-SUB-1");
    }

    @Test
    void theBaseProductOfALineComesOnlyWhenWanted() {
        assertThat(run(DETAIL, "new", ASK, newDetail(NEW_ORDER, 1, NEW_LINE)).rows("base"))
                .isEmpty();
        assertThat(run(DETAIL, "new", ASK_EXTENDED, newDetail(NEW_ORDER, 1, NEW_LINE))
                        .column("base", "productId"))
                .containsExactly("base-1");
    }

    @ParameterizedTest
    @CsvSource({"1,12345678901234.567890,12345678901234.567890", "2,123,12.3", "3,12345,123.45", "3,-7,-0.07"})
    void amountsOfEveryUnitComeInTheMainUnitExactly(String measure, String amount, String expected) {
        String old = OLD_ORDER
                .replace("\"measureId\":1", "\"measureId\":" + measure)
                .replace("\"currencyAfterDiscount\":100.0", "\"currencyAfterDiscount\":" + amount);
        String recent = NEW_ORDER
                .replace("\"measure_id\":1,\"create", "\"measure_id\":" + measure + ",\"create")
                .replace("\"amount_after_discount\":100.0", "\"amount_after_discount\":" + amount);

        for (RecordRun run :
                Set.of(run(LIST, "old", ASK, oldList(1, old)), run(LIST, "new", ASK, newList(1, recent)))) {
            JsonNode order = run.rows("order").get(0);
            assertThat(order.get("amountAfterDiscount").decimalValue()).isEqualByComparingTo(expected);
            assertThat(order.has("unknownMeasureId")).isFalse();
        }
    }

    @Test
    void amountsInAnUnknownUnitStayAsTheyAreAndSaySo() {
        JsonNode order = run(LIST, "old", ASK, oldList(1, OLD_ORDER.replace("\"measureId\":1", "\"measureId\":9")))
                .rows("order")
                .get(0);

        assertThat(order.get("amountAfterDiscount").decimalValue()).isEqualByComparingTo("100");
        assertThat(order.get("unknownMeasureId").textValue()).isEqualTo("9");
    }

    @Test
    void numbersAsStringsAreTheSameNumbers() {
        String strings = OLD_ORDER
                .replace("\"status\":5", "\"status\":\"5\"")
                .replace("\"currencyAfterDiscount\":100.0", "\"currencyAfterDiscount\":\"100.0\"")
                .replace("\"measureId\":1", "\"measureId\":\"1\"")
                .replace("\"needAudit\":false", "\"needAudit\":\"false\"");

        RecordRun lenient =
                run(LIST, "old", ASK, oldList(1, strings).replace("\"totalSize\":1", "\"totalSize\":\"1\""));

        assertThat(lenient.rows("order"))
                .isEqualTo(run(LIST, "old", ASK, oldList(1, OLD_ORDER)).rows("order"));
    }

    @Test
    void unknownCodesPassThroughAndUnknownFieldsDoNoHarm() {
        String odd =
                NEW_ORDER.replace("\"status\":5,\"order_type\":1", "\"status\":77,\"order_type\":99,\"x\":{\"y\":1}");

        RecordRun run = run(LIST, "new", ASK, newList(1, odd));

        assertThat(run.column("order", "status")).containsExactly("77");
        assertThat(run.column("order", "orderType")).containsExactly("99");
    }

    @Test
    void emptyTextsAreAbsent() {
        String empty = OLD_ORDER
                .replace("\"contractId\":null", "\"contractId\":\"\"")
                .replace("\"paymentTime\":\"2024-03-07T08:05:40Z\"", "\"paymentTime\":\"\"");

        JsonNode order = run(LIST, "old", ASK, oldList(1, empty)).rows("order").get(0);

        assertThat(order.has("contractId")).isFalse();
        assertThat(order.has("paidAt")).isFalse();
    }

    private static RecordRun run(String iface, String generation, String record, String answer) {
        return RecordRun.of(iface, generation, record, request -> Reply.ok(answer));
    }

    private static JsonNode json(String text) {
        return ShippedMapping.json(text);
    }

    private static Map<String, String> values(JsonNode row) {
        Map<String, String> values = new TreeMap<>();
        row.properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
        return values;
    }

    private static List<JsonNode> shared(RecordRun run) {
        return run.rows.values().stream()
                .map(row -> {
                    ObjectNode shared = row.deepCopy();
                    shared.remove(OLD_ONLY);
                    shared.remove(NEW_ONLY);
                    return (JsonNode) shared;
                })
                .toList();
    }
}
