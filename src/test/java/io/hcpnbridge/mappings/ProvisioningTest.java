package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisioningTest {
    private static final String IFACE = "orders.provisioning";
    private static final String RECORD = "{\"document\":\"D1\",\"orderId\":\"CS1\",\"customerId\":\"c1\"}";

    @Test
    void theCustomerAsksTheOldEndpointPageByPage() {
        RecordRun run = RecordRun.of(IFACE, "old", RECORD, request -> {
            int page = request.get("query").get("offset").intValue();
            String resources = IntStream.range((page - 1) * 50, Math.min(120, page * 50))
                    .mapToObj(n -> "{\"resourceId\":\"r%d\",\"status\":1}".formatted(n))
                    .reduce((a, b) -> a + "," + b)
                    .orElse("");
            return Reply.ok("{\"totalSize\":120,\"resources\":[%s]}".formatted(resources));
        });

        JsonNode request = run.requests.get(0);
        assertThat(request.get("path").get(1).textValue()).isEqualTo("c1");
        assertThat(request.get("caller").textValue()).isEqualTo("customer");
        assertThat(request.get("customer").textValue()).isEqualTo("c1");
        assertThat(run.query("offset")).containsExactly("1", "2", "3");
        assertThat(run.query("limit")).containsOnly("50");
        assertThat(run.rows("resource")).hasSize(120);
        assertThat(run.fields.toString())
                .isEqualTo(
                        "{\"expected\":120,\"provisioned\":120,\"failed\":0,\"pending\":0,\"progress\":\"COMPLETE\"}");
    }

    @Test
    void oldStatusOneIsProvisionedTwoFailedAndEveryOtherPending() {
        RecordRun run = old(
                """
                {"totalSize":"4","resources":[
                  {"resourceId":"r1","cloudServiceType":"ebs","regionCode":"cn-north-1","resourceType":"vm",
                   "resourceSpecCode":"s6.linux","resourceSize":40.50,"resouceSizeMeasureId":17,"status":1},
                  {"cloudServiceType":"ebs","status":2},{"status":"6"},{"status":99}]}
                """);

        assertThat(run.column("resource", "provisioning"))
                .containsExactly("PROVISIONED", "FAILED", "PENDING", "PENDING");
        assertThat(run.column("resource", "provisioningCode")).containsExactly("1", "2", "6", "99");
        assertThat(run.column("resource", "resourceId")).containsExactly("r1", null, null, null);
        assertThat(run.column("resource", "size").get(0)).isEqualTo("40.50");
        assertThat(run.column("resource", "sizeMeasureId").get(0)).isEqualTo("17");
        assertThat(run.fields.get("progress").textValue()).isEqualTo("IN_PROGRESS");
    }

    @ParameterizedTest
    @CsvSource({"'1,1',COMPLETE", "'1,2',PART_FAILED", "'2,2',FAILED", "'1,2,6',IN_PROGRESS"})
    void theProgressFollowsFromTheParts(String codes, String progress) {
        String[] parts = codes.split(",");
        StringBuilder resources = new StringBuilder();
        for (String code : parts) {
            resources
                    .append(resources.isEmpty() ? "" : ",")
                    .append("{\"status\":")
                    .append(code)
                    .append("}");
        }

        RecordRun run = old("{\"totalSize\":%d,\"resources\":[%s]}".formatted(parts.length, resources));

        assertThat(run.fields.get("progress").textValue()).isEqualTo(progress);
    }

    @Test
    void anOldOrderWithoutPartsSaysNothingAboutItsProgress() {
        RecordRun run = old("{\"totalSize\":0,\"resources\":[]}");

        assertThat(run.status).isEqualTo("OK");
        assertThat(run.fields.has("progress")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // order status, asked for, provisioned -> progress, failed, pending
                "5, 2, 2, COMPLETE,    0, -",
                "5, 2, 1, PART_FAILED, 1, -",
                "5, 2, 0, FAILED,      2, -",
                "5, 1, 3, COMPLETE,    0, -",
                "3, 2, 0, IN_PROGRESS, -, 2",
                "3, 2, 1, IN_PROGRESS, -, 1",
                "6, 2, 0, -,           -, -",
                "4, 2, 0, -,           -, -",
                "4, 2, 1, -,           -, -",
                "3, 2, 2, COMPLETE,    -, 0",
            })
    void onTheNewSideOrderAndResourcesTogetherTellTheProgress(
            String orderStatus, int asked, int provisioned, String progress, String failed, String pending) {
        RecordRun run = RecordRun.of(IFACE, "new", RECORD, recent(orderStatus, asked, provisioned));

        assertThat(run.fields.get("orderStatus").textValue()).isEqualTo(orderStatus);
        assertThat(run.fields.get("expected").intValue()).isEqualTo(asked);
        assertThat(run.fields.get("provisioned").intValue()).isEqualTo(provisioned);
        assertThat(run.fields.path("progress").asText(null)).isEqualTo(progress);
        assertThat(run.fields.path("failed").asText(null)).isEqualTo(failed);
        assertThat(run.fields.path("pending").asText(null)).isEqualTo(pending);
        assertThat(run.column("resource", "provisioning")).hasSize(provisioned).allMatch("PROVISIONED"::equals);
    }

    @Test
    void theNewSideAsksForTheOrderFirstThenForItsResources() {
        RecordRun run = RecordRun.of(IFACE, "new", RECORD, recent("5", 1, 1));

        assertThat(run.requests.get(0).get("path").toString())
                .isEqualTo("[\"v2\",\"orders\",\"customer-orders\",\"details\",\"CS1\"]");
        assertThat(run.requests.get(1).get("path").toString())
                .isEqualTo("[\"v2\",\"orders\",\"suscriptions\",\"resources\",\"query\"]");
        assertThat(run.requests.get(1).get("body").toString())
                .isEqualTo("{\"order_id\":\"CS1\",\"only_main_resource\":0,\"offset\":0,\"limit\":500}");
        assertThat(run.requests).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"china,partner", "international,customer"})
    void theSiteSaysWhoAsksTheNewSide(String site, String caller) {
        RecordRun run = RecordRun.of(IFACE, "new", ShippedMapping.context(RECORD, site), recent("5", 1, 1));

        assertThat(run.requests).allSatisfy(request -> {
            assertThat(request.get("caller").textValue()).isEqualTo(caller);
            assertThat(request.get("customer").textValue()).isEqualTo("c1");
        });
    }

    @Test
    void manyResourcesAndLineItemsTakeSeveralPages() {
        RecordRun run = RecordRun.of(IFACE, "new", RECORD, recent("5", 150, 600));

        assertThat(run.requests).hasSize(4);
        assertThat(run.requests.get(1).get("query").get("offset").intValue()).isEqualTo(100);
        assertThat(run.requests.get(3).get("body").get("offset").intValue()).isEqualTo(500);
        assertThat(run.rows("resource")).hasSize(600);
        assertThat(run.fields.get("expected").intValue()).isEqualTo(150);
    }

    @Test
    void aLifeCycleIsNotAProvisioningResult() {
        RecordRun run = RecordRun.of(IFACE, "new", RECORD, recent("5", 1, 1));

        JsonNode row = run.rows("resource").get(0);
        assertThat(row.get("lifeCycle").textValue()).isEqualTo("4");
        assertThat(row.has("provisioningCode")).isFalse();
    }

    private static RecordRun old(String answer) {
        return RecordRun.of(IFACE, "old", RECORD, request -> Reply.ok(answer));
    }

    private static Function<JsonNode, Reply> recent(String orderStatus, int asked, int provisioned) {
        return request -> {
            if (request.has("body")) {
                int from = request.get("body").get("offset").intValue();
                String page = IntStream.range(from, Math.min(provisioned, from + 500))
                        .mapToObj("{\"resource_id\":\"r%d\",\"status\":4}"::formatted)
                        .reduce((a, b) -> a + "," + b)
                        .orElse("");
                return Reply.ok("{\"total_count\":%d,\"data\":[%s]}".formatted(provisioned, page));
            }
            int from = request.get("query").get("offset").intValue();
            return Reply.ok(OrderSamples.newDetail(
                    "{\"order_id\":\"CS1\",\"status\":%s}".formatted(orderStatus),
                    asked,
                    IntStream.range(from, Math.min(asked, from + 100))
                            .mapToObj("{\"order_line_item_id\":\"CS1-%d\",\"subscription_num\":1}"::formatted)
                            .toArray(String[]::new)));
        };
    }
}
