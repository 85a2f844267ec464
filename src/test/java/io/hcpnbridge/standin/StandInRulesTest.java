package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.standin.SignedClient.Answer;
import io.hcpnbridge.standin.state.LineItem;
import io.hcpnbridge.standin.state.Price;
import io.hcpnbridge.standin.state.ServiceType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field rules, paging and null rules of the reading endpoints. */
class StandInRulesTest {
    private static final String NEW_LIST = "/v2/orders/customer-orders";
    private static final String OLD_ORDERS = "/v1.0/" + StandInPartnerApi.PARTNER + "/common/order-mgr/orders/";
    private static final String OLD_LIST = OLD_ORDERS + "detail";

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.customer("c2", customer -> customer.consulting());
        standIn.order("c1", o -> o.id("CS-1").created("2026-01-01T00:00:00Z").status(6));
        standIn.order("c1", o -> o.id("CS-2").created("2026-02-01T00:00:00Z"));
        standIn.order("c2", o -> o.id("CS-3").created("2026-03-01T00:00:00Z"));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource({
        "limit,101",
        "limit,0",
        "limit,''",
        "limit,ten",
        "offset,-1",
        "status,2",
        "status,10",
        "order_type,12",
        "order_type,''",
        "order_id,''",
        "customer_id,''",
        "order_by,price",
        "create_time_begin,2026-01-01",
        "create_time_begin,2026-02-30T00:00:00Z",
        "payment_time_end,''",
        "method,everybody",
        "page_size,10",
    })
    void theNewListRefusesWithStatus400(String name, String value) throws Exception {
        Answer answer = partner().get(NEW_LIST, name, value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("CBC.0100");
    }

    @ParameterizedTest
    @CsvSource({
        "page_size,0",
        "page_size,10000",
        "page_index,10000",
        "customer_id,''",
        "create_time_begin,''",
        "create_time_end,yesterday",
        "status,paid",
        "sort,price",
        "limit,10",
        "indirect_partner_id,x",
    })
    void theOldListRefusesWithStatus400(String name, String value) throws Exception {
        String size = name.equals("page_size") ? value : "10";
        String index = name.equals("page_index") ? value : "1";
        Answer answer = name.startsWith("page_")
                ? partner().get(OLD_LIST, "page_size", size, "page_index", index)
                : partner().get(OLD_LIST, "page_size", size, "page_index", index, name, value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("CBC.0100");
    }

    @Test
    void theOldListWantsPageSizeAndPageIndex() throws Exception {
        assertThat(partner().get(OLD_LIST, "page_size", "10").status()).isEqualTo(400);
        assertThat(partner().get(OLD_LIST, "page_index", "1").status()).isEqualTo(400);
    }

    @Test
    void aRangeOfOneYearIsAnsweredAndOneSecondMoreIsNot() throws Exception {
        String begin = "2025-06-01T00:00:00Z";

        assertThat(partner()
                        .get(NEW_LIST, "create_time_begin", begin, "create_time_end", "2026-06-01T00:00:00Z")
                        .status())
                .isEqualTo(200);
        assertThat(partner()
                        .get(NEW_LIST, "create_time_begin", begin, "create_time_end", "2026-06-01T00:00:01Z")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void bothEndsBelongToARange() throws Exception {
        Answer answer = partner()
                .get(NEW_LIST, "create_time_begin", "2026-01-01T00:00:00Z", "create_time_end", "2026-02-01T00:00:00Z");

        assertThat(answer.json().path("total_count").asInt()).isEqualTo(2);
    }

    @Test
    void anEmptyOrderIdIsAFilterOnTheOldListAndAnEmptyStatusIsNone() throws Exception {
        assertThat(oldList("order_id", "").json().at("/data/totalSize").asInt()).isZero();
        assertThat(oldList("status", "").json().at("/data/totalSize").asInt()).isEqualTo(2);
    }

    @Test
    void aTimeOrPageWithoutValueMakesTheOldAnswerEmptyButSuccessful() throws Exception {
        Answer list = oldList("create_time_begin", null);
        Answer detail = partner().get(OLD_ORDERS + "CS-2", "offset", null);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.code()).isEqualTo("CBC.0000");
        assertThat(list.json().path("data").isNull()).isTrue();
        assertThat(detail.json().path("orderInfo").isNull()).isTrue();
        assertThat(partner().get(NEW_LIST, "create_time_begin", null).status()).isEqualTo(400);
    }

    @Test
    void detailPagesCountFromOneOnTheOldAndRowsFromZeroOnTheNew() throws Exception {
        standIn.state().change("CS-2", o -> {
            for (int i = 0; i < 25; i++) {
                o.line(LineItem.monthly(ServiceType.EBS, Price.of("1.00"), Instant.parse("2026-02-01T00:00:00Z")));
            }
            return o;
        });

        var old =
                partner().get(OLD_ORDERS + "CS-2", "offset", "3", "limit", "10").json();
        var current = partner()
                .get(NEW_LIST + "/details/CS-2", "offset", "20", "limit", "10")
                .json();

        assertThat(old.path("count").asInt()).isEqualTo(25);
        assertThat(old.path("orderlineItems")).hasSize(5);
        assertThat(old.at("/orderlineItems/0/orderLineItemId").asText()).isEqualTo("CS-2-000021");
        assertThat(current.at("/order_line_items/0/order_line_item_id").asText())
                .isEqualTo("CS-2-000021");
        assertThat(partner()
                        .get(OLD_ORDERS + "CS-2", "offset", "1000001")
                        .json()
                        .at("/orderlineItems/0/orderLineItemId")
                        .asText())
                .isEqualTo("CS-2-000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offset=1&limit=51", "offset=1", "limit=10", "offset=0&limit=10"})
    void oldProvisioningWantsItsPage(String query) throws Exception {
        String[] words = query.split("[=&]");

        Answer answer = customer("c1").get("/v1.0/c1/common/order-mgr/orders-resource/CS-2", words);

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void oldProvisioningIsBareAndShowsNoIdBeforeThereIsOne() throws Exception {
        standIn.resource("c1", "r1", r -> r.of("CS-2"));
        standIn.resource("c1", "r2", r -> r.of("CS-2").provisioning(0));

        var body = customer("c1")
                .get("/v1.0/c1/common/order-mgr/orders-resource/CS-2", "offset", "1", "limit", "10")
                .json();

        assertThat(body.has("error_code")).isFalse();
        assertThat(body.path("totalSize").asInt()).isEqualTo(2);
        assertThat(body.at("/resources/0/resourceId").asText()).isEqualTo("r1");
        assertThat(body.at("/resources/1").has("resourceId")).isFalse();
        assertThat(partner()
                        .get(OLD_ORDERS.replace("orders/", "orders-resource/") + "CS-2", "offset", "1", "limit", "10")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thousandsOfOrdersArePagedWhileTheyChange() throws Exception {
        standIn.orders("c1", 250, Instant.parse("2026-04-01T00:00:00Z"), Duration.ofMinutes(7), (i, o) -> o.status(3));
        standIn.pageTurns()
                .after(
                        2,
                        state -> state.put(state.draft("c1", Instant.parse("2026-03-15T00:00:00Z"))
                                .status(3)
                                .build()));

        assertThat(totalOfProcessing(0)).isEqualTo(250);
        assertThat(totalOfProcessing(100)).isEqualTo(250);
        assertThat(totalOfProcessing(200)).isEqualTo(251);
    }

    private int totalOfProcessing(int offset) throws Exception {
        return partner()
                .get(NEW_LIST, "status", "3", "offset", String.valueOf(offset), "limit", "100")
                .json()
                .path("total_count")
                .asInt();
    }

    private Answer oldList(String... more) throws Exception {
        String[] query = new String[more.length + 4];
        System.arraycopy(new String[] {"page_size", "10", "page_index", "1"}, 0, query, 0, 4);
        System.arraycopy(more, 0, query, 4, more.length);
        return partner().get(OLD_LIST, query);
    }

    private SignedClient partner() {
        return new SignedClient(
                standIn.uri(),
                standIn.state().partner(StandInPartnerApi.PARTNER).keys());
    }

    private SignedClient customer(String id) {
        return new SignedClient(
                standIn.uri(), standIn.state().customer(id).orElseThrow().keys());
    }
}
