package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.Price;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long lists of either generation, read page by page while the partner's orders change. */
@Tag("slow")
@Tag("lists")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsThatChangeTest {
    private static final String OLD = "acme-old";
    private static final String NEW = "acme-new";
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";
    private static final String TRAVELLER = "c0ffee0000000000000000000000002";
    private static final int ORDERS = 2_345;
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    private RunningBridge bridge;
    private ErpDesk desk;
    private List<String> ids;
    private int documents;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.tenant(OLD, StandInPartnerApi.PARTNER);
            surroundings.tenant(NEW, StandInPartnerApi.PARTNER);
            surroundings.set("partner.tenants." + OLD + ".orders-generation", "old");
            surroundings.set("partner.tenants." + NEW + ".orders-generation", "new");
            surroundings.set("partner.quotas.list-orders-new", "200");
            surroundings.knowCustomer(CUSTOMER);
            surroundings.knowCustomer(TRAVELLER);
        });
        desk = new ErpDesk(bridge);
        ids = bridge.partner()
                .orders(
                        CUSTOMER,
                        ORDERS,
                        FIRST,
                        Duration.ofHours(1),
                        (n, draft) -> n % 3 == 0
                                ? draft.price(
                                        Price.of(n + ".10").listed(n + ".30").discounted("607", "0.20", n + ".10"))
                                : draft.price(Price.of("0." + (n + 10_000))));
    }

    @BeforeEach
    void forget() {
        bridge.partner().journal().clear();
    }

    @AfterEach
    void asBefore() {
        var state = bridge.partner().state();
        state.removeOrder("CS-LATE-1");
        state.removeOrder("CS-LATE-2");
        ids.forEach(id -> state.change(id, draft -> draft.status(5)));
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void bothGenerationsTellTheSame2345Orders() {
        var document = document();

        var old = desk.ask(OLD, "orders.list", all(document));
        var recent = desk.ask(NEW, "orders.list", all(document));

        assertThat(old.column("order", document, "orderId")).isEqualTo(ids);
        assertThat(Told.byBoth(recent.rows(document))).isEqualTo(Told.byBoth(old.rows(document)));
        assertThat(recent.sum("amountAfterDiscount", "CNY"))
                .isEqualTo(old.sum("amountAfterDiscount", "CNY"))
                .isNotEmpty();
        assertThat(bridge.partner().journal().callsOf(Api.OLD_LIST)).isLessThanOrEqualTo(6);
        assertThat(bridge.partner().journal().callsOf(Api.NEW_LIST)).isLessThanOrEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void ordersThatArriveWhileReadingAreReadOnce(String tenant) {
        changing(tenant, arrives("CS-LATE-1"), arrives("CS-LATE-2"));
        var expected = new ArrayList<>(ids);
        expected.addAll(List.of("CS-LATE-1", "CS-LATE-2"));

        assertThat(read(tenant)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void anOrderThatLeavesWhileReadingTakesNoOtherWithIt(String tenant) {
        changing(tenant, leaves(7), leaves(2_300));

        assertThat(read(tenant)).containsAll(without(7, 2_300)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void oneOrderLeavesAndAnotherArrivesAndNoneIsMissing(String tenant) {
        changing(tenant, leaves(7).andThen(arrives("CS-LATE-1")));

        assertThat(read(tenant)).containsAll(without(7)).contains("CS-LATE-1").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void theOrderReadLastLeavesAndAnotherArrivesAndNoneIsMissing(String tenant) {
        var last = tenant.equals(OLD) ? 499 : 99;
        changing(tenant, leaves(last).andThen(arrives("CS-LATE-1")));

        assertThat(read(tenant))
                .containsAll(without(last))
                .contains("CS-LATE-1")
                .doesNotHaveDuplicates();
    }

    @Test
    void thirtyMonthsAreReadInThreeWindowsIntoOneAnswer() {
        // 30 months of Beijing time from 2022-01-01 on, cut after whole years
        var within = List.of(
                "2021-12-31T16:00:00Z",
                "2022-12-31T15:59:59Z",
                "2022-12-31T16:00:00Z",
                "2023-12-31T15:59:59Z",
                "2023-12-31T16:00:00Z",
                "2024-06-30T15:59:59Z");
        for (var at : within) {
            bridge.partner().order(TRAVELLER, draft -> draft.id("CS" + at).created(at));
        }
        for (var at : List.of("2021-12-31T15:59:59Z", "2024-06-30T16:00:00Z")) {
            bridge.partner().order(TRAVELLER, draft -> draft.id("CS" + at).created(at));
        }
        for (var tenant : List.of(OLD, NEW)) {
            bridge.partner().journal().clear();
            var document = document();

            var answer = desk.ask(
                    tenant,
                    "orders.list",
                    Map.of(
                            "document",
                            document,
                            "customerId",
                            TRAVELLER,
                            "createdFrom",
                            "20220101000000",
                            "createdTo",
                            "20240630235959"));

            assertThat(answer.outcome(document)).isEqualTo("OK");
            assertThat(answer.column("order", document, "orderId"))
                    .containsExactlyElementsOf(
                            within.stream().map(at -> "CS" + at).toList());
            assertThat(windows())
                    .containsExactly(
                            "2021-12-31T16:00:00Z to 2022-12-31T15:59:59Z",
                            "2022-12-31T16:00:00Z to 2023-12-31T15:59:59Z",
                            "2023-12-31T16:00:00Z to 2024-06-30T15:59:59Z");
        }
    }

    private List<String> read(String tenant) {
        var document = document();
        var answer = desk.ask(tenant, "orders.list", all(document));
        assertThat(answer.outcome(document)).isEqualTo("OK");
        return answer.column("order", document, "orderId");
    }

    /** The changes happen after the first, second … page. */
    @SafeVarargs
    private void changing(String tenant, Consumer<PartnerState>... changes) {
        for (int i = 0; i < changes.length; i++) {
            bridge.partner().pageTurns().after(i + 1, changes[i]);
        }
        assertThat(tenant).isIn(OLD, NEW);
    }

    private Consumer<PartnerState> leaves(int number) {
        return state -> state.change(ids.get(number), draft -> draft.status(4));
    }

    private static Consumer<PartnerState> arrives(String id) {
        var created = FIRST.plus(Duration.ofDays(200)).plusSeconds(id.charAt(id.length() - 1));
        return state -> state.put(state.draft(CUSTOMER, created).id(id).build());
    }

    private List<String> without(Integer... numbers) {
        var left = new ArrayList<>(ids);
        for (var number : numbers) {
            left.remove(ids.get(number));
        }
        return left;
    }

    private Map<String, String> all(String document) {
        return Map.of(
                "document", document,
                "customerId", CUSTOMER,
                "createdFrom", "20240101000000",
                "createdTo", "20241231235959",
                "status", "5");
    }

    private String document() {
        documents++;
        return "LIST-" + documents;
    }

    private List<String> windows() {
        var range = Pattern.compile(".*create_time_begin=([^&]*)&create_time_end=([^&]*).*");
        return bridge.partner().journal().calls().stream()
                .map(call -> range.matcher(call.target()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1) + " to " + matcher.group(2))
                .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8))
                .distinct()
                .toList();
    }
}
