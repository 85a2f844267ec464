package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPagingTest {
    private static final String ALL = "{\"document\":\"D1\"}";

    /** Orders CS0…, one page at a time; changes itself before the n-th call when told so. */
    private static final class Shelf {
        private final List<String> orders;
        private final List<Runnable> beforeCall = new ArrayList<>();
        private int calls;

        Shelf(int size) {
            orders = IntStream.range(0, size).mapToObj(n -> "CS" + n).collect(Collectors.toCollection(ArrayList::new));
        }

        void before(int call, Runnable change) {
            while (beforeCall.size() <= call) {
                beforeCall.add(() -> {});
            }
            beforeCall.set(call, change);
        }

        Reply answer(JsonNode request) {
            if (calls < beforeCall.size()) {
                beforeCall.get(calls).run();
            }
            calls++;
            JsonNode query = request.get("query");
            return query.has("page_index")
                    ? old(
                            (query.get("page_index").intValue() - 1)
                                    * query.get("page_size").intValue(),
                            query.get("page_size").intValue())
                    : recent(query.get("offset").intValue(), query.get("limit").intValue());
        }

        private Reply old(int from, int size) {
            return Reply.ok(OrderSamples.oldList(
                    orders.size(),
                    page(from, size).map("{\"orderId\":\"%s\"}"::formatted).toArray(String[]::new)));
        }

        private Reply recent(int from, int size) {
            return Reply.ok(OrderSamples.newList(
                    orders.size(),
                    page(from, size).map("{\"order_id\":\"%s\"}"::formatted).toArray(String[]::new)));
        }

        private Stream<String> page(int from, int size) {
            return orders.stream().skip(from).limit(size);
        }
    }

    @Test
    void oldPagesAreCountedFromOneAndBeginJustBeforeTheRowReadLast() {
        RecordRun run = run("old", ALL, new Shelf(2345));

        assertThat(run.query("page_index")).containsExactly("1", "2", "2", "4");
        assertThat(run.query("page_size")).containsExactly("500", "499", "997", "664");
        assertThat(run.rows).hasSize(2345);
    }

    @Test
    void manyOldPagesStayFewAndSmallEnough() {
        RecordRun run = run("old", ALL, new Shelf(60_000));

        assertThat(run.rows).hasSize(60_000);
        assertThat(run.requests).hasSizeLessThan(140);
        assertThat(run.query("page_size").stream().mapToInt(Integer::parseInt)).allMatch(size -> size < 1000);
    }

    @Test
    void newRowsAreCountedFromZeroAndThePageBeginsWithTheRowReadLast() {
        RecordRun run = run("new", ALL, new Shelf(250));

        assertThat(run.query("offset")).containsExactly("0", "99", "198");
        assertThat(run.query("limit")).containsOnly("100");
        assertThat(run.rows).hasSize(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void aFullLastPageNeedsNoOtherCall(String generation) {
        assertThat(run(generation, ALL, new Shelf(500)).requests).hasSize(generation.equals("old") ? 1 : 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void noOrdersAreAnAnswerWithoutRows(String generation) {
        RecordRun run = run(generation, ALL, new Shelf(0));

        assertThat(run.status).isEqualTo("OK");
        assertThat(run.rows).isEmpty();
        assertThat(run.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void ordersThatArriveWhileReadingAreReadToo(String generation) {
        Shelf shelf = new Shelf(1000);
        shelf.before(1, () -> shelf.orders.add("LATE"));

        RecordRun run = run(generation, ALL, shelf);

        assertThat(run.column("order", "orderId")).isEqualTo(shelf.orders);
        assertThat(run.restarts).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void anOrderThatLeavesWhileReadingMakesTheReadingBeginAgain(String generation) {
        Shelf shelf = new Shelf(1200);
        shelf.before(2, () -> shelf.orders.remove(3));

        RecordRun run = run(generation, ALL, shelf);

        assertThat(run.restarts).isEqualTo(1);
        assertThat(run.column("order", "orderId")).isEqualTo(shelf.orders);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void anOrderThatComesInBetweenMakesTheReadingBeginAgain(String generation) {
        Shelf shelf = new Shelf(1200);
        shelf.before(1, () -> shelf.orders.add(3, "BETWEEN"));

        RecordRun run = run(generation, ALL, shelf);

        assertThat(run.restarts).isEqualTo(1);
        assertThat(run.column("order", "orderId")).isEqualTo(shelf.orders);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void anOrderThatLeavesWhileAnotherArrivesMakesTheReadingBeginAgain(String generation) {
        Shelf shelf = new Shelf(1200);
        shelf.before(2, () -> {
            shelf.orders.remove(3);
            shelf.orders.add("LATE");
        });

        RecordRun run = run(generation, ALL, shelf);

        assertThat(run.restarts).isEqualTo(1);
        assertThat(run.column("order", "orderId")).isEqualTo(shelf.orders);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void whatLeavesBehindTheRowsReadDoesNotMatter(String generation) {
        Shelf shelf = new Shelf(1200);
        shelf.before(1, () -> shelf.orders.remove(1100));

        RecordRun run = run(generation, ALL, shelf);

        assertThat(run.restarts).isZero();
        assertThat(run.column("order", "orderId")).isEqualTo(shelf.orders);
    }

    @Test
    void aShortNewPageGoesOnAfterTheRowsReallyRead() {
        RecordRun run = RecordRun.of("orders.list", "new", ALL, request -> {
            int from = request.get("query").get("offset").intValue();
            return Reply.ok(OrderSamples.newList(
                    60,
                    IntStream.range(from, Math.min(60, from + 40))
                            .mapToObj("{\"order_id\":\"CS%d\"}"::formatted)
                            .toArray(String[]::new)));
        });

        assertThat(run.query("offset")).containsExactly("0", "39");
        assertThat(run.rows).hasSize(60);
    }

    @Test
    void moreOrdersThanOldPagesCanHoldAreRefused() {
        RecordRun run = RecordRun.of(
                "orders.list",
                "old",
                ALL,
                request -> Reply.ok(OrderSamples.oldList(4_999_501, "{\"orderId\":\"CS1\"}")));

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo("BRIDGE.TOO_MANY_ORDERS");
        assertThat(run.rows).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void thirtyMonthsAreReadInThreeWindows(String generation) {
        String record =
                """
                {"document":"D1","createdFrom":"2021-12-31T16:00:00Z","createdTo":"2024-06-30T15:59:59Z"}
                """;

        RecordRun run = run(generation, record, new Shelf(501));

        assertThat(run.query("create_time_begin").stream().distinct())
                .containsExactly("2021-12-31T16:00:00Z", "2022-12-31T16:00:00Z", "2023-12-31T16:00:00Z");
        assertThat(run.query("create_time_end").stream().distinct())
                .containsExactly("2022-12-31T15:59:59Z", "2023-12-31T15:59:59Z", "2024-06-30T15:59:59Z");
        assertThat(run.requests).hasSize(generation.equals("old") ? 6 : 18);
    }

    @Test
    void longPaidRangesAreCutTooAndBothTogetherGiveEveryPair() {
        String record =
                """
                {"document":"D1","createdFrom":"2022-01-01T00:00:00Z","createdTo":"2023-06-30T00:00:00Z",
                 "paidFrom":"2022-01-01T00:00:00Z","paidTo":"2023-06-30T00:00:00Z"}
                """;

        RecordRun run = run("new", record, new Shelf(0));

        assertThat(run.query("create_time_begin"))
                .containsExactly(
                        "2022-01-01T00:00:00Z", "2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z", "2023-01-01T00:00:00Z");
        assertThat(run.query("payment_time_begin"))
                .containsExactly(
                        "2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z", "2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z");
    }

    private static RecordRun run(String generation, String record, Shelf shelf) {
        return RecordRun.of("orders.list", generation, record, shelf::answer);
    }
}
