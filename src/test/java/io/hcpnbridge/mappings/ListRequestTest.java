package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestTest {
    private static final ShippedMapping LIST = ShippedMapping.of("orders.list");
    private static final String FULL =
            """
            {"document":"D1","orderId":"CS1","customerId":"c1","createdFrom":"2024-01-01T00:00:00Z",
             "createdTo":"2024-02-01T00:00:00Z","paidFrom":"2024-01-02T00:00:00Z","paidTo":"2024-02-02T00:00:00Z",
             "service":"hws.service.type.ebs","status":5,"orderType":1}
            """;

    @Test
    void theOldListGetsItsOwnParameterNames() {
        JsonNode request = LIST.request("old", ShippedMapping.context(FULL, "china"));

        assertThat(request.get("path").toString())
                .isEqualTo("[\"v1.0\",\"d0ma1n\",\"common\",\"order-mgr\",\"orders\",\"detail\"]");
        assertThat(ShippedMapping.json(request.get("query").toString()))
                .isEqualTo(
                        ShippedMapping.json(
                                """
                                {"order_id":"CS1","customer_id":"c1","create_time_begin":"2024-01-01T00:00:00Z",
                                 "create_time_end":"2024-02-01T00:00:00Z","payment_time_begin":"2024-01-02T00:00:00Z",
                                 "payment_time_end":"2024-02-02T00:00:00Z","service_type":"hws.service.type.ebs",
                                 "status":5,"order_type":1,"sort":"createTime","page_size":500,"page_index":1}
                                """));
        assertThat(request.get("payload").textValue()).isEqualTo("data");
    }

    @Test
    void theNewListGetsItsOwnParameterNames() {
        String record = FULL.replace(
                "\"orderType\":1", "\"orderType\":1,\"indirectPartnerId\":\"r1\",\"paidForMembers\":\"Y\"");

        JsonNode request = LIST.request("new", ShippedMapping.context(record, "china"));

        assertThat(request.get("path").toString()).isEqualTo("[\"v2\",\"orders\",\"customer-orders\"]");
        assertThat(ShippedMapping.json(request.get("query").toString()))
                .isEqualTo(
                        ShippedMapping.json(
                                """
                                {"order_id":"CS1","customer_id":"c1","create_time_begin":"2024-01-01T00:00:00Z",
                                 "create_time_end":"2024-02-01T00:00:00Z","payment_time_begin":"2024-01-02T00:00:00Z",
                                 "payment_time_end":"2024-02-02T00:00:00Z","service_type_code":"hws.service.type.ebs",
                                 "status":5,"order_type":"1","indirect_partner_id":"r1","method":"sub_customer",
                                 "order_by":"createTime","offset":0,"limit":100}
                                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void whatTheErpLeavesBlankIsNotSent(String generation) {
        JsonNode query = LIST.request(generation, ShippedMapping.context("{\"document\":\"D1\"}", "china"))
                .get("query");

        assertThat(query).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 11, 12, 13})
    void aStatusThatTheNewListCannotFilterByIsFilteredHere(int status) {
        String answer = OrderSamples.newList(
                3,
                "{\"order_id\":\"A\",\"status\":%d}".formatted(status),
                "{\"order_id\":\"B\",\"status\":5}",
                "{\"order_id\":\"C\",\"status\":\"%d\"}".formatted(status));

        RecordRun run = RecordRun.of(
                "orders.list",
                "new",
                "{\"document\":\"D1\",\"status\":%d}".formatted(status),
                request -> Reply.ok(answer));

        assertThat(run.query("status")).containsOnlyNulls();
        assertThat(run.column("order", "orderId")).containsExactly("A", "C");
    }

    @Test
    void aRefusalStaysARefusalWithThePartnersWords() {
        RecordRun run = RecordRun.of(
                "orders.list",
                "old",
                FULL,
                request -> Reply.refused("CBC.0101", "参数无效", "{\"error_code\":\"CBC.0101\"}"));

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo("CBC.0101");
        assertThat(run.text).isEqualTo("参数无效");
    }
}
