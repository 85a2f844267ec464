package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.bss.v2.model.ListIncentiveDiscountPoliciesResponse;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** products.policies: all pages of a month. */
class PoliciesTest {
    private static final String NAME = "products.policies";
    private static final String MONTH = "{\"document\":\"D1\",\"month\":\"2024-03\"}";

    @Test
    void allPagesOfAMonthAreRead() {
        RecordRun run = RecordRun.of(NAME, "new", MONTH, request -> page(230, request));

        assertThat(run.column("policy", "service")).hasSize(230).doesNotHaveDuplicates();
        assertThat(run.query("offset")).containsExactly("0", "100", "200");
        assertThat(run.query("limit")).containsOnly("100");
        assertThat(run.query("time")).containsOnly("2024-03");
        assertThat(run.query("service_type_code")).containsOnlyNulls();
        assertThat(run.restarts).isZero();
    }

    @Test
    void aServiceIsAFilterOnlyWhenGiven() {
        RecordRun run = RecordRun.of(
                NAME,
                "new",
                "{\"month\":\"2024-03\",\"service\":\"hws.service.type.obs\"}",
                request -> page(1, request));

        assertThat(run.query("service_type_code")).containsExactly("hws.service.type.obs");
    }

    @Test
    void aListThatChangesIsReadAgain() {
        List<Integer> totals = new ArrayList<>(List.of(150, 149, 149, 149));

        RecordRun run = RecordRun.of(NAME, "new", MONTH, request -> page(totals.remove(0), request));

        assertThat(run.restarts).isEqualTo(1);
        assertThat(run.rows("policy")).hasSize(149);
    }

    @Test
    void aServiceMayHaveSeveralPolicies() {
        RecordRun run = RecordRun.of(
                NAME,
                "new",
                MONTH,
                request -> Reply.ok(
                        """
                        {"total_count":3,"policies":[
                         {"service_type_code":"a","service_type_name":"甲","incentive_policy":"0","allow_discount":"YES"},
                         {"service_type_code":"a","service_type_name":"甲","incentive_policy":"1","allow_discount":"NO"},
                         {"service_type_code":"b","incentive_policy":99,"allow_discount":"MAYBE"}]}
                        """));

        assertThat(run.column("policy", "incentivePolicy")).containsExactly("0", "1", "99");
        assertThat(run.column("policy", "discountAllowed")).containsExactly("Y", "N", "MAYBE");
    }

    @Test
    void noPoliciesAreAnAnswer() {
        RecordRun run = RecordRun.of(NAME, "new", MONTH, request -> Reply.ok("{\"total_count\":0,\"policies\":[]}"));

        assertThat(run.status).isEqualTo("OK");
        assertThat(run.rows).isEmpty();
    }

    @Test
    void nothingIsLeftOut() {
        FullAnswer full = FullAnswer.of(ListIncentiveDiscountPoliciesResponse.class, Map.of("total_count", "1"));

        RecordRun run = RecordRun.of(NAME, "new", MONTH, request -> Reply.ok(full.json()));

        var rows = ShippedMapping.object().putArray("rows");
        run.rows.values().forEach(rows::add);
        assertThat(full.leftOut(rows)).isEqualTo(FullAnswer.declared(NAME, "Not passed on:"));
    }

    private static Reply page(int total, JsonNode request) {
        int offset = request.at("/query/offset").intValue();
        ObjectNode body = ShippedMapping.object().put("total_count", total);
        var rows = body.putArray("policies");
        for (int i = offset; i < Math.min(total, offset + 100); i++) {
            rows.addObject()
                    .put("service_type_code", "service-" + i)
                    .put("incentive_policy", "0")
                    .put("allow_discount", "YES");
        }
        return Reply.ok(body);
    }
}
