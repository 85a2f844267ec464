package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** bills.records: which calls are made, what they become, and what happens when pages move. */
class BillRecordsTest {
    private static final String IFACE = "bills.records";
    private static final String ALL = "{\"document\":\"D1\",\"billCycle\":\"2026-10\"}";
    private static final String NOW = "2026-11-23T08:00:00Z";

    /** Customers and the ids of their records; a hook may change them after each call. */
    private static final class Partner implements Function<JsonNode, Reply> {
        private final Map<String, List<String>> consumption = new LinkedHashMap<>();
        private final Map<String, String> refusals = new LinkedHashMap<>();
        private Consumer<Integer> afterCall = call -> {};
        private int calls;

        Partner customer(String id, int records) {
            consumption.put(
                    id,
                    new ArrayList<>(IntStream.range(0, records)
                            .mapToObj(n -> id + "-" + n)
                            .toList()));
            return this;
        }

        @Override
        public Reply apply(JsonNode request) {
            Reply reply = request.has("body") ? customers(request.get("body")) : records(request.get("query"));
            calls++;
            afterCall.accept(calls);
            return reply;
        }

        private Reply customers(JsonNode body) {
            int offset = body.get("offset").intValue();
            ObjectNode answer = ShippedMapping.object().put("total_count", consumption.size());
            var list = answer.putArray("sub_customers");
            consumption.keySet().stream().skip(offset).limit(100).forEach(id -> list.addObject()
                    .put("customer_id", id));
            return Reply.ok(answer);
        }

        private Reply records(JsonNode query) {
            String customer = query.get("customer_id").textValue();
            if (refusals.containsKey(customer)) {
                return Reply.refused(refusals.get(customer), "no");
            }
            List<String> ids = consumption.get(customer);
            ObjectNode answer =
                    ShippedMapping.object().put("total_count", ids.size()).put("currency", "CNY");
            var list = answer.putArray("fee_records");
            ids.stream()
                    .skip(query.get("offset").intValue())
                    .limit(query.get("limit").intValue())
                    .forEach(id -> list.addObject().put("id", id).put("customer_id", customer));
            return Reply.ok(answer);
        }
    }

    @Test
    void everyCustomerThatConsumedIsReadToTheEnd() {
        Partner partner = new Partner().customer("c1", 2500).customer("c2", 0).customer("c3", 1);

        RecordRun run = run(ALL, partner);

        assertThat(run.requests.get(0).get("body").toString())
                .isEqualTo("{\"bill_cycle\":\"2026-10\",\"offset\":0,\"limit\":100}");
        assertThat(run.query("customer_id")).containsExactly(null, "c1", "c1", "c1", "c2", "c3");
        assertThat(run.query("offset")).containsExactly(null, "0", "999", "1998", "0", "0");
        assertThat(run.query("limit")).containsExactly(null, "1000", "1000", "1000", "1000", "1000");
        assertThat(run.column("fee", "id")).hasSize(2501).doesNotHaveDuplicates();
        assertThat(run.column("customer", "told")).containsExactly("2500", "0", "1");
        assertThat(run.fields).hasToString("{\"customers\":3}");
        assertThat(run.status).isEqualTo("OK");
    }

    @Test
    void moreThanAHundredCustomersTakeSeveralPages() {
        Partner partner = new Partner();
        IntStream.range(0, 250).forEach(n -> partner.customer("c" + n, 1));

        RecordRun run = run(ALL, partner);

        assertThat(run.column("fee", "customerId")).hasSize(250).doesNotHaveDuplicates();
        assertThat(run.requests.stream()
                        .filter(request -> request.has("body"))
                        .map(request -> request.get("body").get("offset").intValue()))
                .containsExactly(0, 99, 198);
    }

    @Test
    void oneCustomerIsAskedForDirectlyWithAllFilters() {
        RecordRun run = run(
                """
                {"document":"D1","billCycle":"2026-10","dayFrom":"2026-10-01","dayTo":"2026-10-31","customerId":"c1",
                 "service":"s","region":"r","chargingMode":3,"billDetailType":5,"resourceId":"i","resourceName":"名","tradeId":"t",
                 "accountManagerId":"a","associationType":"2","indirectPartnerId":"p"}
                """,
                new Partner().customer("c1", 1));

        assertThat(run.requests).hasSize(1);
        assertThat(run.requests.get(0).get("query"))
                .hasToString(
                        """
                        {"bill_cycle":"2026-10","customer_id":"c1","service_type_code":"s","region_code":"r","charging_mode":3,\
                        "bill_detail_type":5,"resource_id":"i","resource_name":"名","trade_id":"t","account_manager_id":"a",\
                        "association_type":"2","indirect_partner_id":"p","bill_date_begin":"2026-10-01",\
                        "bill_date_end":"2026-10-31","offset":0,"limit":1000}""");
        assertThat(run.fields).isEmpty();
    }

    @Test
    void aCustomerWhosePagesMoveIsReadAgainAndNoOther() {
        Partner partner = new Partner().customer("c1", 5).customer("c2", 1500);
        partner.afterCall = call -> {
            if (call == 3) {
                partner.consumption.get("c2").add(0, "c2-late");
            }
        };

        RecordRun run = run(ALL, partner);

        assertThat(run.restarts).isZero();
        assertThat(run.query("customer_id")).containsExactly(null, "c1", "c2", "c2", "c2", "c2");
        assertThat(run.query("offset")).containsExactly(null, "0", "0", "999", "0", "999");
        assertThat(run.column("fee", "id"))
                .hasSize(1506)
                .doesNotHaveDuplicates()
                .contains("c2-late");
        assertThat(run.column("customer", "told")).containsExactly("5", "1501");
    }

    @Test
    void customersThatComeInWhileTheListIsReadAreReadToo() {
        Partner partner = new Partner();
        IntStream.range(0, 150).forEach(n -> partner.customer("c" + n, 1));
        partner.afterCall = call -> {
            if (call == 50) {
                Map<String, List<String>> before = new LinkedHashMap<>(partner.consumption);
                partner.consumption.clear();
                partner.customer("first", 1);
                partner.consumption.putAll(before);
            }
        };

        RecordRun run = run(ALL, partner);

        assertThat(run.restarts).isZero();
        assertThat(run.column("fee", "customerId")).hasSize(151).contains("first");
        assertThat(run.fields).hasToString("{\"customers\":151}");
    }

    @Test
    void aListThatNeverStandsStillEnds() {
        Partner partner = new Partner().customer("c1", 1500);
        partner.afterCall = call -> partner.consumption.get("c1").add(0, "late-" + call);

        assertThatThrownBy(() -> run(ALL, partner))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void aListOfCustomersThatNeverStandsStillEnds() {
        Partner partner = new Partner();
        IntStream.range(0, 150).forEach(n -> partner.customer("c" + n, 0));
        partner.afterCall = call -> {
            if (call % 100 == 0) {
                Map<String, List<String>> before = new LinkedHashMap<>(partner.consumption);
                partner.consumption.clear();
                partner.customer("late-" + call, 0);
                partner.consumption.putAll(before);
            }
        };

        assertThatThrownBy(() -> run(ALL, partner))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void aCustomerThatThePartnerDoesNotTellMakesTheStatementPartial() {
        Partner partner = new Partner().customer("c1", 1).customer("c2", 1).customer("c3", 1);
        partner.refusals.put("c2", "CBC.99000035");

        RecordRun run = run(ALL, partner);

        assertThat(run.status).isEqualTo("PARTIAL");
        assertThat(run.code).isEqualTo("CBC.99000035");
        assertThat(run.text).isEqualTo("no");
        assertThat(run.column("fee", "customerId")).containsExactly("c1", "c3");
        assertThat(run.column("unread", "customerId")).containsExactly("c2");
    }

    @ParameterizedTest
    @CsvSource({"CBC.0151, c1, REFUSED", "CBC.0100, c1, REFUSED", "CBC.0151, c2, PARTIAL"})
    void whatConcernsTheWholeStatementEndsIt(String code, String customer, String status) {
        Partner partner = new Partner().customer("c1", 1).customer("c2", 1).customer("c3", 1);
        partner.refusals.put(customer, code);

        RecordRun run = run(ALL, partner);

        assertThat(run.status).isEqualTo(status);
        assertThat(run.code).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CBC.99000035", "CBC.99000037", "CBC.0151"})
    void theOneCustomerThatWasAskedForIsRefused(String code) {
        Partner partner = new Partner().customer("c1", 1);
        partner.refusals.put("c1", code);

        RecordRun run = run("{\"document\":\"D1\",\"billCycle\":\"2026-10\",\"customerId\":\"c1\"}", partner);

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo(code);
    }

    private static RecordRun run(String record, Partner partner) {
        ObjectNode context = ShippedMapping.context(record, "china");
        context.put("now", NOW);
        return RecordRun.of(IFACE, "new", context, partner);
    }
}
