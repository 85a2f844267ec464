package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.Price;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts, codes and texts arrive as they were told, on either side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactValuesTest {
    private static final String OLD = "acme-old";
    private static final String NEW = "acme-new";
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";
    private static final String LONG_ID = "CS" + "9".repeat(62);
    private static final String AWKWARD = "测试 主机~*/+a=b&c";

    private RunningBridge bridge;
    private ErpDesk desk;

    @BeforeAll
    void start(@TempDir Path folder) {
        bridge = RunningBridge.start(surroundings -> {
            for (var generation : List.of("old", "new")) {
                surroundings.tenant("acme-" + generation, StandInPartnerApi.PARTNER);
                surroundings.set("partner.tenants.acme-" + generation + ".orders-generation", generation);
                surroundings.partner().customer(CUSTOMER);
                surroundings.knowCustomer("acme-" + generation, CUSTOMER);
            }
            surroundings.set(
                    "bridge.mappings",
                    mappingsThatTakeAnyService(folder).toUri().toString());
            surroundings.set("partner.orders.resource-query-caller", "customer");
            surroundings.partner().settings().resourceQueryByPartner(false);
        });
        desk = new ErpDesk(bridge);
        order("CS-1", "0.1", 1);
        order("CS-2", "0.2", 1);
        order("CS-3", "12345678901234.567890", 1);
        order("CS-4", "12345", 3);
        order("CS-5", "7", 2);
        order("CS-6", "0.000000000000000001", 1);
        bridge.partner().order(CUSTOMER, draft -> draft.id("CS-7")
                .price(Price.of("0.30"))
                .currency("USD"));
        bridge.partner().order(CUSTOMER, draft -> draft.id(LONG_ID).price(Price.of("-1.50")));
    }

    @AfterEach
    void asBefore() {
        bridge.partner().faults().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void amountsAreExactInRowsAndSums(String tenant) {
        var answer = list(tenant, "AMOUNTS");

        assertThat(answer.column("order", "AMOUNTS", "amountAfterDiscount"))
                .containsExactly(
                        "0.1",
                        "0.2",
                        "12345678901234.567890",
                        "123.45",
                        "0.7",
                        "0.000000000000000001",
                        "0.30",
                        "-1.50");
        assertThat(answer.column("order", "AMOUNTS", "orderId")).endsWith(LONG_ID);
        // 0.1 + 0.2 + 12345678901234.567890 + 123.45 + 0.7 + 0.000000000000000001 - 1.50
        assertThat(answer.sum("amountAfterDiscount", "CNY")).isEqualTo("12345678901357.517890000000000001");
        assertThat(answer.sum("amountAfterDiscount", "USD")).isEqualTo("0.30");
    }

    @Test
    void numbersThatComeAsTextsAreTheSameNumbers() {
        var plain = list(OLD, "PLAIN");
        bridge.partner().faults().next(Api.OLD_LIST, 1, Fault.altered(ExactValuesTest::asTexts));

        var texts = list(OLD, "TEXTS");

        assertThat(texts.outcome("TEXTS")).isEqualTo("OK");
        for (var column : List.of("amountAfterDiscount", "officialAmount", "status", "orderType", "sourceType")) {
            assertThat(texts.column("order", "TEXTS", column)).isEqualTo(plain.column("order", "PLAIN", column));
        }
        assertThat(texts.sum("amountAfterDiscount", "CNY")).isEqualTo(plain.sum("amountAfterDiscount", "CNY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void unknownCodesAndNewMembersPassThrough(String tenant) {
        bridge.partner()
                .faults()
                .next(
                        "list",
                        1,
                        Fault.altered(
                                tenant.equals(OLD)
                                        ? ExactValuesTest::oldOfTomorrow
                                        : body -> {
                                            var order = (ObjectNode)
                                                    body.path("order_infos").path(0);
                                            order.put("status", 77)
                                                    .put("order_type", 99)
                                                    .put("source_type", 4711);
                                            order.put("measure_id", 9)
                                                    .putObject("invented")
                                                    .put("yes", true);
                                            return body.put("invented", 1);
                                        }));

        var answer = list(tenant, "TOMORROW");

        var order = answer.of("order", "TOMORROW").get(0);
        assertThat(answer.outcome("TOMORROW")).isEqualTo("OK");
        assertThat(order.get("status")).isEqualTo("77");
        assertThat(order.get("orderType")).isEqualTo("99");
        assertThat(order.get("sourceType")).isEqualTo("4711");
        assertThat(order.get("unknownMeasureId")).isEqualTo("9");
        assertThat(order.get("amountAfterDiscount")).isEqualTo("0.1");
    }

    @Test
    void anAmountThatDoesNotFitItsColumnFailsItsDocumentAndNamesTheColumn() {
        bridge.partner().faults().next("list", 1, Fault.altered(body -> {
            ((ObjectNode) body.path("order_infos").path(0))
                    .put("amount_after_discount", new java.math.BigDecimal("1234567890123456789012345.67"));
            return body;
        }));

        var answer = list(NEW, "TOO-WIDE");

        assertThat(answer.outcome("TOO-WIDE")).isEqualTo("FAILED BRIDGE.ANSWER_UNFIT");
        assertThat(answer.text("TOO-WIDE")).contains("amountAfterDiscount").contains("1234567890123456789012345.67");
        assertThat(answer.rows("TOO-WIDE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void anAwkwardValueIsSignedAsItIsSent(String tenant) {
        bridge.partner().journal().clear();

        var answer = desk.ask(
                tenant, "orders.list", Map.of("document", "AWKWARD", "customerId", CUSTOMER, "service", AWKWARD));

        assertThat(answer.outcome("AWKWARD")).isEqualTo("OK");
        var call = bridge.partner().journal().calls().get(0);
        assertThat(call.target()).contains("%E6%B5%8B%E8%AF%95%20%E4%B8%BB%E6%9C%BA~%2A%2F%2Ba%3Db%26c");
        assertThat(call.status()).isEqualTo(200);
    }

    @Test
    void resourcesAreAskedForInTheNameThatTheSiteWants() {
        bridge.partner().order(CUSTOMER, draft -> draft.id("CS-RES").created("2026-01-01T00:00:00Z"));
        bridge.partner().resource(CUSTOMER, "res-1", draft -> draft.of("CS-RES"));
        bridge.partner().journal().clear();

        var answer = desk.ask(
                NEW, "orders.provisioning", Map.of("document", "RES", "orderId", "CS-RES", "customerId", CUSTOMER));

        assertThat(answer.outcome("RES")).isEqualTo("OK");
        assertThat(answer.column("resource", "RES", "resourceId")).containsExactly("res-1");
        assertThat(bridge.partner().journal().calls(Api.RESOURCE_QUERY))
                .hasSize(1)
                .allMatch(call -> call.accessKey()
                        .equals(bridge.partner().keysOf(CUSTOMER).accessKey()));
        bridge.partner().state().removeOrder("CS-RES");
    }

    private Answer list(String tenant, String document) {
        return desk.ask(tenant, "orders.list", Map.of("document", document, "customerId", CUSTOMER));
    }

    private void order(String id, String amount, int measureId) {
        bridge.partner()
                .order(CUSTOMER, draft -> draft.id(id).price(Price.of(amount)).measureId(measureId));
    }

    private static ObjectNode asTexts(ObjectNode body) {
        var data = (ObjectNode) body.path("data");
        data.put("totalSize", data.path("totalSize").asText());
        for (var order : data.path("orderInfos")) {
            for (var name : List.of(
                    "status",
                    "orderType",
                    "sourceType",
                    "measureId",
                    "currency",
                    "currencyAfterDiscount",
                    "currencyOfficial")) {
                ((ObjectNode) order).put(name, order.path(name).asText());
            }
        }
        return body;
    }

    private static ObjectNode oldOfTomorrow(ObjectNode body) {
        var order = (ObjectNode) body.path("data").path("orderInfos").path(0);
        order.put("status", 77).put("orderType", 99).put("sourceType", 4711);
        order.put("measureId", 9).putObject("invented").put("yes", true);
        return body.put("invented", 1);
    }

    /** The shipped mappings, but for the rule that a service has no blanks and no Chinese. */
    private static Path mappingsThatTakeAnyService(Path folder) {
        UnaryOperator<String> relaxed =
                definition -> definition.replace("service: {type: ascii,", "service: {type: text, length: 64,");
        try (var files = Files.walk(Path.of("mappings"))) {
            for (var file : files.toList()) {
                var copy = folder.resolve(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (file.endsWith("orders.list/interface.yaml")) {
                    Files.writeString(copy, relaxed.apply(Files.readString(file)));
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve("mappings");
    }
}
