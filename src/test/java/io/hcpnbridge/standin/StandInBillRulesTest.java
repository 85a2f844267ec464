package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.standin.SignedClient.Answer;
import io.hcpnbridge.standin.state.Fee;
import io.hcpnbridge.standin.state.FeeRecord;
import io.hcpnbridge.standin.state.PartnerRole;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field rules, callers and codes of bills, on-demand resources and coupons. */
class StandInBillRulesTest {
    private static final String RECORDS = "/v2/bills/subcustomer-bills/res-fee-records";
    private static final String CONSUMERS = RECORDS + "/sub-customers/query";
    private static final String RESOURCES = "/v2/partners/sub-customers/on-demand-resources/query";
    private static final String QUOTAS = "/v2/partners/issued-coupon-quotas";
    private static final String COUPONS = "/v2/orders/customer-orders/order-coupons";

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();
    private final SignedClient partner = new SignedClient(standIn.uri(), standIn.partnerKeys());

    @BeforeEach
    void seed() {
        standIn.settings().billMonthsKept(1200);
        standIn.customer("c1");
        standIn.customer("c2", customer -> customer.consulting());
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bill_cycle, 2026-13",
        "bill_cycle, 202610",
        "bill_cycle, 9999-12",
        "charging_mode, 2",
        "charging_mode, ''",
        "bill_detail_type, 6",
        "resource_id, ''",
        "trade_id, ''",
        "association_type, 3",
        "association_type, ''",
        "limit, 1001",
        "offset, -1",
        "something, 1",
        "customer_id, ''"
    })
    void aRecordQueryThatBreaksARuleIsRefused(String name, String value) throws Exception {
        String[] query = Stream.of("bill_cycle", "2026-10", "customer_id", "c1", name, value)
                .toArray(String[]::new);
        if (name.equals("bill_cycle")) {
            query = new String[] {"customer_id", "c1", name, value};
        } else if (name.equals("customer_id")) {
            query = new String[] {"bill_cycle", "2026-10", name, value};
        }

        assertRefused(partner.get(RECORDS, query), 400, "CBC.0100");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31, 2026-11-01", "2026-10-05, 2026-10-04", "20261001, 20261031"})
    void daysAreInTheMonthAndInOrder(String begin, String end) throws Exception {
        assertRefused(
                partner.get(
                        RECORDS,
                        "bill_cycle",
                        "2026-10",
                        "customer_id",
                        "c1",
                        "bill_date_begin",
                        begin,
                        "bill_date_end",
                        end),
                400,
                "CBC.0100");
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "18, 200", "19, 400", "-1, 400"})
    void theLastEighteenMonthsAreKeptCountedWhereBillsAreMade(int monthsBack, int status) throws Exception {
        standIn.settings().billMonthsKept(18);
        YearMonth month = YearMonth.now(ZoneOffset.ofHours(8)).minusMonths(monthsBack);

        assertThat(partner.get(RECORDS, "bill_cycle", month.toString(), "customer_id", "c1")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void somebodyElsesCustomerIsRefused() throws Exception {
        standIn.partner("p2");
        standIn.customerOf("p2", "c3", customer -> customer);

        assertRefused(partner.get(RECORDS, "bill_cycle", "2026-10", "customer_id", "c3"), 400, "CBC.99000035");
        assertRefused(partner.post(RESOURCES, "{\"customer_id\":\"c3\"}"), 400, "CBC.99000035");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"bill_cycle\":\"2026-10\",\"limit\":0}", "{\"bill_cycle\":\"2026-10\",\"limit\":101}"})
    void aConsumerQueryThatBreaksARuleIsRefused(String body) throws Exception {
        assertRefused(partner.post(CONSUMERS, body), 400, "CBC.0100");
    }

    @Test
    void aConsumerWhoHasLeftIsStillNamed() throws Exception {
        standIn.state()
                .fees()
                .put(
                        "2026-10",
                        "c2",
                        List.of(FeeRecord.usage("r1", Instant.parse("2026-10-01T00:00:00Z"), Fee.of("1"))));

        var named = partner.post(CONSUMERS, "{\"bill_cycle\":\"2026-10\"}").json();

        assertThat(named.at("/sub_customers/0/customer_id").asText()).isEqualTo("c2");
    }

    @Test
    void resellersAndCustomersSeeNoBills() throws Exception {
        var reseller = standIn.state().put(standIn.partner("p3").as(PartnerRole.RESELLER));
        for (var keys : List.of(reseller.keys(), standIn.keysOf("c1"))) {
            var client = new SignedClient(standIn.uri(), keys);
            assertRefused(client.get(RECORDS, "bill_cycle", "2026-10", "customer_id", "c1"), 403, "CBC.0151");
            assertRefused(client.post(CONSUMERS, "{\"bill_cycle\":\"2026-10\"}"), 403, "CBC.0151");
            assertRefused(client.get(QUOTAS), 403, "CBC.0151");
        }
        assertRefused(
                new SignedClient(standIn.uri(), standIn.keysOf("c1")).post(RESOURCES, "{\"customer_id\":\"c1\"}"),
                403,
                "CBC.0151");
    }

    @Test
    void aDistributorNamesTheResellerOfItsCustomers() throws Exception {
        var distributor = standIn.state().put(standIn.partner("d1").asDistributor());
        standIn.customerOf("d1", "c4", customer -> customer.ofReseller("reseller-1"));
        standIn.state()
                .fees()
                .put(
                        "2026-10",
                        "c4",
                        List.of(FeeRecord.usage("r1", Instant.parse("2026-10-01T00:00:00Z"), Fee.of("1"))));
        var client = new SignedClient(standIn.uri(), distributor.keys());

        assertThat(total(client, "bill_cycle", "2026-10", "customer_id", "c4")).isZero();
        assertThat(total(client, "bill_cycle", "2026-10", "customer_id", "c4", "indirect_partner_id", "reseller-1"))
                .isEqualTo(1);
        assertRefused(
                client.get(RECORDS, "bill_cycle", "2026-10", "customer_id", "c4", "indirect_partner_id", "other"),
                400,
                "CBC.99000037");
        assertRefused(client.post(RESOURCES, "{\"customer_id\":\"c4\"}"), 400, "CBC.99000000");
        assertThat(client.post(RESOURCES, "{\"customer_id\":\"c4\",\"indirect_partner_id\":\"reseller-1\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"customer_id\":\"c1\",\"status\":7}",
                "{\"customer_id\":\"c1\",\"limit\":101}",
                "{\"customer_id\":\"c1\",\"effective_time_begin\":\"2026-10-01\"}",
                "{\"customer_id\":\"c1\",\"region_code\":\"\"}",
            })
    void aResourceQueryThatBreaksARuleIsRefused(String body) throws Exception {
        assertRefused(partner.post(RESOURCES, body), 400, "CBC.0100");
    }

    @Test
    void resourcesOfConsultingCustomersAreNotTold() throws Exception {
        assertRefused(partner.post(RESOURCES, "{\"customer_id\":\"c2\"}"), 400, "CBC.99000000");
    }

    @Test
    void couponsBelongToAnOrderOfTheCaller() throws Exception {
        standIn.customer("c5");
        var order = standIn.order("c5", draft -> draft);
        var customer = new SignedClient(standIn.uri(), standIn.keysOf("c1"));

        assertRefused(customer.get(COUPONS, "order_id", order.id()), 400, "CBC.30000010");
        assertRefused(customer.get(COUPONS), 400, "CBC.0100");
    }

    private static int total(SignedClient client, String... query) throws Exception {
        return client.get(RECORDS, query).json().path("total_count").asInt(-1);
    }

    private static void assertRefused(Answer answer, int status, String code) throws Exception {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
