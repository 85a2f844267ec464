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

/** coupons.quotas: filters, pages, rows. */
class CouponQuotasTest {
    private static final String IFACE = "coupons.quotas";

    private final List<String> ids =
            new ArrayList<>(IntStream.range(0, 150).mapToObj("q%d"::formatted).toList());

    @Test
    void filtersGoAlongAndEmptyOnesDoNot() {
        assertThat(run("{\"document\":\"D1\",\"quotaId\":\"a\",\"indirectPartnerId\":\"b\",\"parentQuotaId\":\"c\"}")
                        .requests
                        .get(0)
                        .get("query"))
                .hasToString(
                        "{\"quota_id\":\"a\",\"indirect_partner_id\":\"b\",\"parent_quota_id\":\"c\",\"offset\":0,\"limit\":100}");
        assertThat(run("{\"document\":\"D1\"}").requests.get(0).get("query"))
                .hasToString("{\"offset\":0,\"limit\":100}");
    }

    @Test
    void everyPageIsRead() {
        RecordRun run = run("{\"document\":\"D1\"}");

        assertThat(run.query("offset")).containsExactly("0", "99");
        assertThat(run.column("quota", "quotaId")).isEqualTo(ids);
        assertThat(run.restarts).isZero();
    }

    @Test
    void quotasThatComeInWhileReadingAreToldOnce() {
        RecordRun run = RecordRun.of(IFACE, "new", "{\"document\":\"D1\"}", request -> {
            Reply page = page(request);
            if (ids.size() == 150) {
                ids.add(0, "late");
            }
            return page;
        });

        assertThat(run.restarts).isEqualTo(1);
        assertThat(run.column("quota", "quotaId")).isEqualTo(ids);
    }

    @Test
    void everyFieldHasItsColumn() {
        RecordRun run = RecordRun.of(
                IFACE,
                "new",
                "{\"document\":\"D1\"}",
                request -> Reply.ok(
                        """
                        {"total_count":1,"quotas":[{"quota_id":"q1","quota_type":0,"create_time":"2026-01-01T00:00:00Z",
                          "last_update_time":"2026-01-02T00:00:00Z","quota_value":1000.00,"quota_status":4,"balance":0.10,
                          "measure_id":1,"currency":"CNY","effective_time":"2026-01-03T00:00:00Z","expire_time":"2027-01-03T00:00:00Z",
                          "limit_infos":[{"limit_key":"k","limit_values":[{"value1":"a","value2":"b"},{"value1":"c"}]},
                            {"limit_key":"l","limit_values":[]}],
                          "indirect_partner_id":"p","indirect_partner_account_name":"acc","indirect_partner_name":"名","parent_quota_id":"q0"}]}
                        """));

        assertThat(run.rows("quota").get(0))
                .hasToString(
                        """
                        {"row":"quota","key":"quota:q1","quotaId":"q1","quotaType":"0","status":"4","value":1000.00,"balance":0.10,\
                        "currency":"CNY","createdAt":"2026-01-01T00:00:00Z","lastUpdatedAt":"2026-01-02T00:00:00Z",\
                        "effectiveAt":"2026-01-03T00:00:00Z","expiresAt":"2027-01-03T00:00:00Z","indirectPartnerId":"p",\
                        "indirectPartnerAccount":"acc","indirectPartnerName":"名","parentQuotaId":"q0"}""");
        assertThat(run.column("limit", "value1")).containsExactly("a", "c");
        assertThat(run.column("limit", "value2")).containsExactly("b", null);
        assertThat(run.column("limit", "limitKey")).containsOnly("k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CBC.0100", "CBC.0151", "CBC.99000037"})
    void aRefusalIsTheDocumentsAnswer(String code) {
        RecordRun run = RecordRun.of(IFACE, "new", "{\"document\":\"D1\"}", request -> Reply.refused(code, "no"));

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo(code);
    }

    private RecordRun run(String record) {
        return RecordRun.of(IFACE, "new", record, this::page);
    }

    private Reply page(JsonNode request) {
        ObjectNode answer = ShippedMapping.object().put("total_count", ids.size());
        var quotas = answer.putArray("quotas");
        ids.stream().skip(request.at("/query/offset").intValue()).limit(100).forEach(id -> quotas.addObject()
                .put("quota_id", id));
        return Reply.ok(answer);
    }
}
