package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same parameter name, different meaning: old `offset` is a page from 1, new `offset` a row from 0. */
class DetailPagingTest {
    private static final String RECORD = "{\"document\":\"D1\",\"orderId\":\"CS1\"}";
    private static final List<String> LINES =
            IntStream.range(0, 230).mapToObj("CS1-%06d"::formatted).toList();

    @Test
    void theOldOffsetIsAPageFromOne() {
        RecordRun run = RecordRun.of("orders.detail", "old", RECORD, request -> {
            int page = request.get("query").get("offset").intValue();
            return Reply.ok(
                    OrderSamples.oldDetail("{\"orderId\":\"CS1\"}", 230, page("orderLineItemId", (page - 1) * 100)));
        });

        assertThat(run.query("offset")).containsExactly("1", "2", "3");
        assertThat(run.query("limit")).containsOnly("100");
        assertThat(run.column("line", "lineId")).isEqualTo(LINES);
        assertThat(run.rows("order")).hasSize(1);
    }

    @Test
    void theNewOffsetIsARowFromZero() {
        RecordRun run = RecordRun.of("orders.detail", "new", RECORD, request -> {
            int row = request.get("query").get("offset").intValue();
            return Reply.ok(OrderSamples.newDetail("{\"order_id\":\"CS1\"}", 230, page("order_line_item_id", row)));
        });

        assertThat(run.query("offset")).containsExactly("0", "100", "200");
        assertThat(run.column("line", "lineId")).isEqualTo(LINES);
        assertThat(run.rows("order")).hasSize(1);
    }

    @Test
    void aMissingOldOrderIsNeverAnEmptyAnswer() {
        JsonNode request = ShippedMapping.of("orders.detail").request("old", ShippedMapping.context(RECORD, "china"));

        assertThat(request.get("payload").textValue()).isEqualTo("orderInfo");
    }

    @Test
    void onlyTheNewRequestKnowsResellersAndTheLanguage() {
        ObjectNode context = ShippedMapping.context(
                "{\"document\":\"D1\",\"orderId\":\"CS1\",\"indirectPartnerId\":\"r1\"}", "china");
        ((ObjectNode) context.get("settings")).put("language", "en_US");

        JsonNode request = ShippedMapping.of("orders.detail").request("new", context);

        assertThat(request.get("query").get("indirect_partner_id").textValue()).isEqualTo("r1");
        assertThat(request.get("headers").get("X-Language").textValue()).isEqualTo("en_US");
    }

    private static String[] page(String id, int from) {
        return LINES.stream()
                .skip(from)
                .limit(100)
                .map(line -> "{\"%s\":\"%s\"}".formatted(id, line))
                .toArray(String[]::new);
    }
}
