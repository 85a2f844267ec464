package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many orders, paged to the end on either generation. */
class StandInBulkTest {
    private static final int ORDERS = 20_000;
    private static final int PAGE = 100;

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();
    private final SignedClient partner = new SignedClient(standIn.uri(), standIn.partnerKeys());
    private List<String> ids;

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.journal().countOnly();
        Price price = Price.of("0.10");
        ids = standIn.orders(
                "c1", ORDERS, Instant.parse("2026-01-01T00:00:00Z"), Duration.ofMinutes(4), (i, o) -> o.price(price));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void bothGenerationsShowAllOfThemInOrder() throws Exception {
        List<String> current = new ArrayList<>();
        for (int offset = 0; offset < ORDERS; offset += PAGE) {
            partner.get("/v2/orders/customer-orders", "offset", "" + offset, "limit", "" + PAGE)
                    .json()
                    .path("order_infos")
                    .forEach(order -> current.add(order.path("order_id").asText()));
        }
        List<String> old = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            oldPage(page).forEach(order -> old.add(order.path("orderId").asText()));
        }

        assertThat(current).isEqualTo(ids);
        assertThat(old).isEqualTo(ids);
        assertThat(standIn.journal().callsOf("list")).isEqualTo(ORDERS / PAGE + 3);
    }

    @Test
    void anAnswerCanBeAlteredAnyWay() throws Exception {
        standIn.faults().next("list", 1, Fault.altered(json -> json.put("newField", "x")));

        assertThat(partner.get("/v2/orders/customer-orders")
                        .json()
                        .path("newField")
                        .asText())
                .isEqualTo("x");
    }

    private JsonNode oldPage(int page) throws Exception {
        return partner.get(
                        "/v1.0/" + StandInPartnerApi.PARTNER + "/common/order-mgr/orders/detail",
                        "page_size",
                        "9999",
                        "page_index",
                        "" + page)
                .json()
                .at("/data/orderInfos");
    }
}
