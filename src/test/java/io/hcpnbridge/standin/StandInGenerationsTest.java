package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.standin.state.LineItem;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.Price;
import io.hcpnbridge.standin.state.ServiceType;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One order, told by both generations: equal where both tell it, absent where one cannot. */
class StandInGenerationsTest {
    private static final String[][] ORDER_FIELDS = {
        {"/orderId", "/order_id"},
        {"/customerId", "/customer_id"},
        {"/sourceType", "/source_type"},
        {"/status", "/status"},
        {"/orderType", "/order_type"},
        {"/currencyAfterDiscount", "/amount_after_discount"},
        {"/currencyOfficial", "/official_amount"},
        {"/measureId", "/measure_id"},
        {"/currencyType", "/currency"},
        {"/createTime", "/create_time"},
        {"/paymentTime", "/payment_time"},
        {"/contractId", "/contract_id"},
        {"/serviceType", "/service_type_code"},
        {"/amountInfo/discountList/0/discountType", "/amount_info/discounts/0/discount_type"},
        {"/amountInfo/discountList/0/discountAmount", "/amount_info/discounts/0/discount_amount"},
        {"/amountInfo/cashcouponAmount", "/amount_info/flexipurchase_coupon_amount"},
        {"/amountInfo/couponAmount", "/amount_info/coupon_amount"},
        {"/amountInfo/cardAmount", "/amount_info/stored_card_amount"},
        {"/amountInfo/commissionAmount", "/amount_info/commission_amount"},
        {"/amountInfo/consumedAmount", "/amount_info/consumed_amount"},
    };
    private static final String[][] LINE_FIELDS = {
        {"/orderLineItemId", "/order_line_item_id"},
        {"/cloudServiceType", "/service_type_code"},
        {"/productId", "/product_id"},
        {"/productSpecDesc", "/product_spec_desc"},
        {"/categoryCode", "/category_code"},
        {"/periodType", "/period_type"},
        {"/periodNum", "/period_num"},
        {"/validTime", "/effective_time"},
        {"/expireTime", "/expire_time"},
        {"/subscriptionNum", "/subscription_num"},
        {"/currencyAfterDiscount", "/amount_after_discount"},
        {"/currencyOfficial", "/official_amount"},
        {"/amountInfo/couponAmount", "/amount_info/coupon_amount"},
        {"/currencyType", "/currency"},
    };

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();
    private Order order;

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        Price price = Price.of("12345678901234.567890")
                .listed("0.30")
                .discounted("607", "0.1", "0.20")
                .paidWith("1.10", "2.2", "3.000")
                .refunded("4.0", "5.50");
        Instant created = Instant.parse("2026-03-07T08:05:01Z");
        order = standIn.order("c1", o -> o.created(created)
                .price(price)
                .type(4)
                .contract("contract-1")
                .project("p1", "Project One")
                .paidBy("agent-1")
                .line(LineItem.monthly(ServiceType.EC2, price, created).described("普通IO")));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void listsTellTheSame() throws Exception {
        JsonNode old = get(
                        "/v1.0/" + StandInPartnerApi.PARTNER + "/common/order-mgr/orders/detail",
                        "page_size",
                        "10",
                        "page_index",
                        "1")
                .at("/data/orderInfos/0");
        JsonNode current = get("/v2/orders/customer-orders").at("/order_infos/0");

        assertThatAll(ORDER_FIELDS, old, current);
        assertThat(old.path("currency").decimalValue()).hasToString("12345678901234.567890");
        assertThat(current.path("amount_after_discount").decimalValue()).hasToString("0.20");
        assertThat(current.at("/enterprise_projects/0/name").asText()).isEqualTo("Project One");
        assertThat(current.at("/agent_pay_info/paying_agent_id").asText()).isEqualTo("agent-1");
        assertThat(current.has("last_update_time")).isFalse();
        assertThat(old.has("serviceTypeName")).isFalse();
    }

    @Test
    void detailsTellTheSame() throws Exception {
        JsonNode old = get("/v1.0/" + StandInPartnerApi.PARTNER + "/common/order-mgr/orders/" + order.id());
        JsonNode current = get("/v2/orders/customer-orders/details/" + order.id());

        assertThatAll(ORDER_FIELDS, old.path("orderInfo"), current.path("order_info"));
        assertThatAll(LINE_FIELDS, old.at("/orderlineItems/0"), current.at("/order_line_items/0"));
        assertThat(current.path("order_info").has("enterprise_projects")).isFalse();
        assertThat(current.at("/order_info/user_name").asText()).isEqualTo("orderer");
    }

    private static void assertThatAll(String[][] fields, JsonNode old, JsonNode current) {
        for (String[] field : fields) {
            assertThat(old.at(field[0]).isMissingNode()).as(field[0]).isFalse();
            assertThat(current.at(field[1])).as(field[1]).isEqualTo(old.at(field[0]));
        }
    }

    private JsonNode get(String path, String... query) throws Exception {
        var keys = standIn.state().partner(StandInPartnerApi.PARTNER).keys();
        return new SignedClient(standIn.uri(), keys).get(path, query).json();
    }
}
