package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mappings.RecordRun.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** orders.coupons: the request, the rows, types by both manuals. */
class OrderCouponsTest {
    private static final String IFACE = "orders.coupons";
    private static final String RECORD = "{\"document\":\"D1\",\"orderId\":\"CS1\",\"customerId\":\"c1\"}";

    @Test
    void theQuestionIsAskedInTheCustomersName() {
        var request = ask("{\"count\":0,\"user_coupons\":[]}").requests.get(0);

        assertThat(request.get("path").toString())
                .isEqualTo("[\"v2\",\"orders\",\"customer-orders\",\"order-coupons\"]");
        assertThat(request.get("query").toString()).isEqualTo("{\"order_id\":\"CS1\"}");
        assertThat(request.get("caller").textValue()).isEqualTo("customer");
        assertThat(request.get("customer").textValue()).isEqualTo("c1");
    }

    @ParameterizedTest
    @CsvSource({"1, 301", "2, 300", "3, 3", "4, 302", "300, 300", "301, 301", "302, 302", "303, 303", "99, 99"})
    void bothWaysToNumberTypesBecomeOne(String told, String normalised) {
        var run = ask(
                """
                {"count":1,"user_coupons":[{"coupon_id":"CP1","coupon_type":%s}],
                 "coupon_max_use_quantity":[{"coupon_type":%s,"coupon_group":0,"use_quantity_value":2}]}
                """
                        .formatted(told, told));

        assertThat(run.column("coupon", "couponType")).containsExactly(normalised);
        assertThat(run.column("coupon", "toldType")).containsExactly(told);
        assertThat(run.column("maxuse", "couponType")).containsExactly(normalised);
        assertThat(run.rows("maxuse").get(0).get("quantity").intValue()).isEqualTo(2);
    }

    @Test
    void everythingTheManualShowsIsTold() {
        var run = ask(
                """
                {"count":1,"user_coupons":[{"coupon_id":"CP2403010256ABCD","coupon_code":"X1","coupon_type":301,"status":2,
                  "measure_id":3,"face_value":5000.0,"balance":12.50,"effective_time":"2024-03-01T00:00:00Z",
                  "expire_time":"2024-06-01T15:59:59Z","active_time":"","coupon_version":2,"coupon_group":0,
                  "used_by_order_id":"CS9","plan_name":"计划","plan_desc":"","coupon_usage":"测试",
                  "use_limits":[{"use_limiti_info_id":"L1","limit_key":"cycleType","value1":"2","value2":null,
                    "value_unit":"月","limit_type":"0","promotion_plan_id":"P1"}]}]}
                """);

        assertThat(run.rows("coupon").get(0))
                .hasToString(
                        """
                        {"row":"coupon","key":"coupon:CP2403010256ABCD","couponId":"CP2403010256ABCD","couponCode":"X1",\
                        "status":"2","couponType":"301","toldType":"301","couponGroup":"0","faceValue":50.000,"balance":0.1250,\
                        "effectiveAt":"2024-03-01T00:00:00Z","expiresAt":"2024-06-01T15:59:59Z","couponVersion":"2",\
                        "usedByOrderId":"CS9"}""");
        assertThat(run.rows("limit").get(0))
                .hasToString(
                        """
                        {"row":"limit","key":"limit:CP2403010256ABCD:1:1","couponId":"CP2403010256ABCD","limitId":"L1",\
                        "limitKey":"cycleType","part":1,"value1":"2","valueUnit":"月","limitType":"0","promotionPlanId":"P1"}""");
        assertThat(run.column("words", "about")).containsExactly("PLAN", "USAGE");
        assertThat(run.column("words", "words")).containsExactly("计划", "测试");
        assertThat(run.fields).hasToString("{\"coupons\":1}");
    }

    @Test
    void longValuesGoOnInTheNextPart() {
        var run = ask(
                """
                {"count":1,"user_coupons":[{"coupon_id":"CP1","plan_desc":"%s",
                  "use_limits":[{"limit_key":"productId","value1":"%s","value2":"b"},{"limit_key":"productId"}]}]}
                """
                        .formatted("字".repeat(101), "0123456789".repeat(25)));

        assertThat(run.column("limit", "part")).containsExactly("1", "2", "3", "1");
        assertThat(String.join("", run.column("limit", "value1").subList(0, 3))).isEqualTo("0123456789".repeat(25));
        assertThat(run.column("limit", "value2")).containsExactly("b", null, null, null);
        assertThat(run.column("words", "words")).containsExactly("字".repeat(100), "字");
    }

    @ParameterizedTest
    @CsvSource({"CBC.0100", "CBC.30000010", "CBC.99000089", "CBC.0151"})
    void aRefusalIsTheDocumentsAnswer(String code) {
        var run = RecordRun.of(IFACE, "new", RECORD, request -> Reply.refused(code, "no"));

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo(code);
        assertThat(run.rows).isEmpty();
    }

    private static RecordRun ask(String answer) {
        return RecordRun.of(IFACE, "new", RECORD, request -> Reply.ok(answer));
    }
}
