package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssociationsTest {
    private static final String IFACE = "customers.associations";

    @Test
    void everyFilterIsSent() {
        RecordRun run = run(
                """
                {"document":"D1","scope":"ALL","customerId":"c1","accountName":"acc","customerName":"公司","label":"VIP",
                 "associationType":"2","associatedFrom":"2024-01-01T00:00:00Z","associatedTo":"2024-02-01T00:00:00Z",
                 "resellerId":"r1"}
                """,
                request -> Reply.ok("{\"count\":0}"));

        assertThat(run.requests.get(0).get("body"))
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        {"account_name":"acc","customer":"公司","label":"VIP","association_type":"2",
                         "associated_on_begin":"2024-01-01T00:00:00Z","associated_on_end":"2024-02-01T00:00:00Z",
                         "customer_id":"c1","indirect_partner_id":"r1","offset":0,"limit":100}
                        """));
        assertThat(run.status).isEqualTo("OK");
        assertThat(run.rows).isEmpty();
    }

    @Test
    void aCustomerIsToldWithEveryColumn() {
        RecordRun run = run(
                "{\"document\":\"D1\"}",
                request -> Reply.ok(
                        """
                        {"count":1,"customer_infos":[{"customer":"第一公司","account_name":"first","customer_id":"c1",
                         "associated_on":"2024-01-01T00:00:00Z","association_type":"2","label":"VIP","telephone":"138",
                         "verified_status":"-1","country_code":"0086","customer_type":-1,"is_frozen":0,
                         "account_managers":[{"account_name":"m1"}],"xaccount_id":"u1","xaccount_type":"ACME",
                         "customer_level":"V0","email":"a@b.c"}]}
                        """));

        assertThat(run.rows("customer").get(0))
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        {"row":"customer","key":"customer:c1","customerId":"c1","accountName":"first",
                         "customerName":"第一公司","associatedOn":"2024-01-01T00:00:00Z","associationType":"2","frozen":"0",
                         "verifiedStatus":"-1","customerType":"-1","level":"V0","label":"VIP","platformUserId":"u1",
                         "platformId":"ACME","countryCode":"0086","telephone":"138","email":"a@b.c",
                         "accountManager":"m1"}
                        """));
        assertThat(run.fields.get("customers").intValue()).isEqualTo(1);
    }

    @Test
    void allPagesAreReadAndTheLastCustomerOfAPageIsSeenAgain() {
        RecordRun run = run("{\"document\":\"D1\"}", pages(numbered(250)));

        assertThat(run.column("customer", "customerId")).isEqualTo(numbered(250));
        assertThat(run.requests.stream()
                        .map(request -> request.get("body").get("offset").intValue()))
                .containsExactly(0, 99, 198);
        assertThat(run.restarts).isZero();
    }

    @Test
    void aCustomerThatLeavesWhileTheListIsReadHidesNobody() {
        List<String> customers = new ArrayList<>(numbered(250));
        RecordRun run = run("{\"document\":\"D1\"}", request -> {
            Reply page = pages(customers).apply(request);
            customers.remove("c000");
            return page;
        });

        assertThat(run.restarts).isEqualTo(1);
        assertThat(run.column("customer", "customerId")).isEqualTo(numbered(250).subList(1, 250));
    }

    @Test
    void aRefusalIsPassedOn() {
        RecordRun run = run("{\"document\":\"D1\"}", request -> Reply.refused("CBC.0151", "拒绝访问"));

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo("CBC.0151");
    }

    @Test
    void aScheduleAsksForWhatChangedAndForADistributorResellerByReseller() {
        String in = "{\"pull\":\"associations\",\"period\":{\"name\":\"2026-11-22\"},\"values\":{%s}}";
        var mapping = ShippedMapping.of(IFACE).mapping();

        assertThat(mapping.pull(ShippedMapping.json(in.formatted(""))))
                .isEqualTo(ShippedMapping.json("[{\"document\":\"associations-2026-11-22\",\"scope\":\"CHANGES\"}]"));
        assertThat(mapping.pull(ShippedMapping.json(in.formatted("\"resellers\":\"r1, r2\""))))
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        [{"document":"associations-2026-11-22-1","scope":"CHANGES","resellerId":"r1"},
                         {"document":"associations-2026-11-22-2","scope":"CHANGES","resellerId":"r2"}]
                        """));
    }

    private static Function<JsonNode, Reply> pages(List<String> ids) {
        return request -> {
            int offset = Math.min(ids.size(), request.get("body").get("offset").intValue());
            int end = Math.min(
                    ids.size(), offset + request.get("body").get("limit").intValue());
            String page = ids.subList(offset, end).stream()
                    .map(id -> "{\"customer_id\":\"" + id + "\"}")
                    .collect(Collectors.joining(","));
            return Reply.ok("{\"count\":" + ids.size() + ",\"customer_infos\":[" + page + "]}");
        };
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj("c%03d"::formatted).toList();
    }

    private static RecordRun run(String record, Function<JsonNode, Reply> partner) {
        return RecordRun.of(IFACE, "new", record, partner);
    }
}
