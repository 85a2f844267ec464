package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** resources.on-demand: filters, language, pages, rows. */
class OnDemandResourcesTest {
    private static final String IFACE = "resources.on-demand";
    private static final String RECORD = "{\"document\":\"D1\",\"customerId\":\"c1\"}";

    private final List<String> ids =
            new ArrayList<>(IntStream.range(0, 150).mapToObj("r%d"::formatted).toList());

    @ParameterizedTest
    @ValueSource(strings = {"china", "international"})
    void allFiltersGoAlongOnBothSites(String site) {
        ObjectNode in = ShippedMapping.context(
                """
                {"document":"D1","customerId":"c1","region":"r","service":"s","resourceIds":"a b  c","status":3,
                 "effectiveFrom":"2026-10-01T00:00:00Z","effectiveTo":"2026-10-31T00:00:00Z","indirectPartnerId":"p"}
                """,
                site);
        in.withObject("/settings").put("language", "en_US");

        JsonNode request = RecordRun.of(IFACE, "new", in, this::page).requests.get(0);

        assertThat(request.get("body"))
                .hasToString(
                        """
                        {"customer_id":"c1","region_code":"r","service_type_code":"s","resource_ids":["a","b","c"],\
                        "effective_time_begin":"2026-10-01T00:00:00Z","effective_time_end":"2026-10-31T00:00:00Z","status":3,\
                        "indirect_partner_id":"p","offset":0,"limit":100}""");
        assertThat(request.at("/headers/X-Language").textValue()).isEqualTo("en_US");
    }

    @Test
    void whatIsNotAskedForIsNotSent() {
        JsonNode request = run(RECORD).requests.get(0);

        assertThat(request.get("body")).hasToString("{\"customer_id\":\"c1\",\"offset\":0,\"limit\":100}");
        assertThat(request.path("headers")).isEmpty();
    }

    @Test
    void aRangeThatRunsBackwardsIsNotSent() {
        ObjectNode in = ShippedMapping.context(
                """
                {"document":"D1","customerId":"c1","effectiveFrom":"2026-10-02T00:00:00Z","effectiveTo":"2026-10-01T00:00:00Z"}
                """,
                "china");

        assertThat(ShippedMapping.of(IFACE)
                        .request("new", in)
                        .get("refusal")
                        .get("en")
                        .textValue())
                .contains("effectiveTo is before effectiveFrom");
    }

    @Test
    void everyPageIsReadAndAgainFromTheStartWhenResourcesLeave() {
        RecordRun run = RecordRun.of(IFACE, "new", RECORD, request -> {
            Reply page = page(request);
            if (ids.size() == 150) {
                ids.remove(0);
            }
            return page;
        });

        assertThat(run.restarts).isEqualTo(1);
        assertThat(run.column("resource", "resourceId")).isEqualTo(ids);
    }

    @Test
    void everyFieldHasItsColumn() {
        RecordRun run = RecordRun.of(
                IFACE,
                "new",
                RECORD,
                request -> Reply.ok(
                        """
                        {"total_count":1,"resources":[{"customer_id":"c1","region_code":"cn-north-1","availability_zone_code":"cn-north-1a",
                          "service_type_code":"s","resource_type_code":"t","service_type_name":"服务","resource_type_name":"资源",
                          "resource_id":"r1","resource_name":"","effective_time":"2026-10-01T00:00:00Z","expire_time":null,"status":99,
                          "resource_spec_code":"c6.win","resource_info":"{\\"specSize\\":40.0}","product_spec_desc":"a|b"}]}
                        """));

        assertThat(run.rows("resource").get(0))
                .hasToString(
                        """
                        {"row":"resource","key":"resource:r1:t","customerId":"c1","resourceId":"r1","status":"99","region":"cn-north-1",\
                        "availabilityZone":"cn-north-1a","service":"s","serviceName":"服务","resourceType":"t",\
                        "resourceTypeName":"资源","effectiveAt":"2026-10-01T00:00:00Z","resourceSpec":"c6.win",\
                        "resourceInfo":"{\\"specSize\\":40.0}","productSpec":"a|b"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CBC.0100", "CBC.0151", "CBC.99000000", "CBC.99000035", "CBC.99000037"})
    void aRefusalIsTheDocumentsAnswer(String code) {
        RecordRun run = RecordRun.of(IFACE, "new", RECORD, request -> Reply.refused(code, "no"));

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo(code);
    }

    private RecordRun run(String record) {
        return RecordRun.of(IFACE, "new", record, this::page);
    }

    private Reply page(JsonNode request) {
        ObjectNode answer = ShippedMapping.object().put("total_count", ids.size());
        var resources = answer.putArray("resources");
        ids.stream().skip(request.at("/body/offset").intValue()).limit(100).forEach(id -> resources
                .addObject()
                .put("resource_id", id));
        return Reply.ok(answer);
    }
}
