package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that has rows twice, too many or too few stands for others that it leaves out: no list is answered without them. */
class WrongPagesTest {
    private static final int ROWS = 2_230;

    /** A list that is read page by page: its record, and where its answers have rows, their ids and the total. */
    private record Paged(String name, String generation, String record, String rows, String id, String total) {
        /** Rows of a page, by the request's own words; old pages are numbered from 1. */
        List<Integer> page(JsonNode request) {
            var asked = request.has("body") ? request.get("body") : request.get("query");
            if (asked.has("page_index")) {
                return slice(
                        asked.get("page_index").intValue() - 1,
                        asked.get("page_size").intValue());
            }
            var limit = asked.get("limit").intValue();
            var offset = asked.get("offset").intValue();
            return generation.equals("old") ? slice(offset - 1, limit) : from(offset, limit);
        }

        private static List<Integer> slice(int page, int size) {
            return from(page * size, size);
        }

        private static List<Integer> from(int offset, int limit) {
            return IntStream.range(offset, Math.min(ROWS, offset + limit))
                    .boxed()
                    .toList();
        }

        Reply answer(List<Integer> page, int told) {
            var body = ShippedMapping.object();
            body.put("error_code", "CBC.0000");
            body.putObject("orderInfo").put("orderId", "CS1");
            body.putObject("order_info").put("order_id", "CS1");
            var holder = rows.startsWith("data.") ? body.putObject("data") : body;
            holder.put(total, told);
            var list = holder.putArray(rows.replace("data.", ""));
            page.forEach(number -> row(list.addObject(), number));
            return Reply.ok(body);
        }

        private void row(ObjectNode row, int number) {
            row.put(id, "id-" + number).put("resource_type_code", "t").put("subscription_num", 1);
        }

        @Override
        public String toString() {
            return name + " " + generation;
        }
    }

    private static final String ORDER = "{\"document\":\"D1\",\"orderId\":\"CS1\",\"customerId\":\"c1\"}";

    private static final List<Paged> LISTS = List.of(
            new Paged("orders.list", "old", "{\"document\":\"D1\"}", "data.orderInfos", "orderId", "totalSize"),
            new Paged("orders.list", "new", "{\"document\":\"D1\"}", "order_infos", "order_id", "total_count"),
            new Paged("orders.detail", "old", ORDER, "orderlineItems", "orderLineItemId", "count"),
            new Paged("orders.detail", "new", ORDER, "order_line_items", "order_line_item_id", "total_count"),
            new Paged("orders.provisioning", "old", ORDER, "resources", "resourceId", "totalSize"),
            new Paged("coupons.quotas", "new", "{\"document\":\"D1\"}", "quotas", "quota_id", "total_count"),
            new Paged(
                    "customers.associations", "new", "{\"document\":\"D1\"}", "customer_infos", "customer_id", "count"),
            new Paged(
                    "resources.on-demand",
                    "new",
                    "{\"document\":\"D1\",\"customerId\":\"c1\"}",
                    "resources",
                    "resource_id",
                    "total_count"),
            new Paged(
                    "products.policies",
                    "new",
                    "{\"document\":\"D1\",\"month\":\"2024-03\"}",
                    "policies",
                    "service_type_code",
                    "total_count"),
            new Paged(
                    "bills.records",
                    "new",
                    "{\"document\":\"D1\",\"billCycle\":\"2026-10\",\"customerId\":\"c1\"}",
                    "fee_records",
                    "id",
                    "total_count"));

    /** What a page becomes that is not what it should be. */
    private enum Wrong {
        EACH_ROW_TWICE(page -> Stream.of(page, page).flatMap(List::stream).toList()),
        ONE_ROW_IN_PLACE_OF_ANOTHER(page -> {
            var other = new ArrayList<>(page);
            other.set(page.size() - 1, page.get(page.size() - 2));
            return other;
        }),
        THE_FIRST_ROWS_OF_THE_LIST(
                page -> IntStream.range(0, page.size()).boxed().toList()),
        NO_ROWS(page -> List.of());

        private final UnaryOperator<List<Integer>> change;

        Wrong(UnaryOperator<List<Integer>> change) {
            this.change = change;
        }
    }

    static Stream<Arguments> wrongPages() {
        return LISTS.stream().flatMap(list -> Stream.of(Wrong.values()).flatMap(wrong -> Stream.of(0, 1, -1)
                .filter(call -> call != 0 || wrong != Wrong.THE_FIRST_ROWS_OF_THE_LIST)
                .map(call -> Arguments.of(list, wrong, call))));
    }

    /** @param call which call is answered wrongly, from 0; -1 for the one that reads to the end of the list */
    @ParameterizedTest
    @MethodSource("wrongPages")
    void allRowsAreReadInTheEnd(Paged list, Wrong wrong, int call) {
        var calls = new ArrayList<List<Integer>>();
        var run = run(list, request -> {
            var page = list.page(request);
            var last = !page.isEmpty() && page.get(page.size() - 1) == ROWS - 1;
            var struck =
                    calls.size() == call || call == -1 && last && calls.stream().noneMatch(page::equals);
            calls.add(page);
            return list.answer(struck ? wrong.change.apply(page) : page, ROWS);
        });

        assertThat(ids(run)).containsExactlyElementsOf(all());
        assertThat(run.status).isEqualTo("OK");
    }

    static Stream<Paged> lists() {
        return LISTS.stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aTotalBelowTheRowsReadIsNotTheEnd(Paged list) {
        var wrong = new ArrayList<>(List.of(1));
        var run = run(list, request -> {
            var page = list.page(request);
            return list.answer(page, wrong.isEmpty() ? ROWS : wrong.remove(0));
        });

        assertThat(ids(run)).containsExactlyElementsOf(all());
    }

    private static RecordRun run(Paged list, Function<JsonNode, Reply> partner) {
        var context = ShippedMapping.context(list.record(), "china");
        context.put("now", "2026-11-23T08:00:00Z");
        return RecordRun.of(list.name(), list.generation(), context, partner);
    }

    private static List<String> ids(RecordRun run) {
        return run.rows.values().stream()
                .map(row -> row.get("key").textValue())
                .filter(key -> key.contains("id-"))
                .map(key -> key.replaceFirst("^.*?(id-\\d+).*$", "$1"))
                .toList();
    }

    private static List<String> all() {
        return IntStream.range(0, ROWS).mapToObj("id-%d"::formatted).toList();
    }
}
