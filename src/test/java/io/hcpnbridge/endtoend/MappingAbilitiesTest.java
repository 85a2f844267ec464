package io.hcpnbridge.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.call.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/** What a mapping can ask the adapter for without Java: refuse, wait for a decision, share a call, say where it is offered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingAbilitiesTest {
    private static final String CALL =
            """
            {
              "api": "list-orders-new",
              "method": "GET",
              "path": ["v2", "orders", "customer-orders"],
              "query": {"order_id": .record.orderId, "customer_id": .record.customerId, "status": %s},
              "envelope": "new",
              "payload": "total_count"
            }
            """;

    private static final String WATCH_REQUEST =
            "if (.record.remark == \"NOT OFFERED\") {\"refusal\": {\"en\": \"Not offered here\", \"zh\": \"此处不提供\"}} else "
                    + CALL.formatted("null");

    private static final String WATCH_RESPONSE =
            """
            let order = .response.order_infos[0]
            if ($order.status == 6)
              {"next": {"seen": fallback(.cursor.seen, 0) + 1}, "later": 1, "pending": true, "code": "UNPAID",
               "text": {"en": "waits to be paid", "zh": "等待支付"}}
            else {}
            """;

    private static final String TOGETHER_REQUEST = "let spoilt = [for (.records) . if (.remark == \"SPOIL\")]\n"
            + CALL.formatted("if (size($spoilt) > 0) \"99\"");

    private static final String TOGETHER_RESPONSE =
            """
            let count = .response.total_count
            if (.judgement.verdict == "refused" and size(.records) > 1) {"apart": true}
            else if (.judgement.verdict == "refused") {}
            else {"answers": {for (.records) .document : {"status": "OK", "code": "COUNT", "text": string($count)}}}
            """;

    private static final String DEFINITION =
            """
            title: {en: Watch orders, zh: 关注订单}
            apis: [list-orders-new]
            file: fixed-length
            record:
              document: {type: document, needed: yes, en: the number, zh: 单据号}
              orderId: {type: id, en: the order, zh: 订单}
              customerId: {type: id, en: the customer, zh: 客户}
              indirectPartnerId: {type: id, en: the reseller, zh: 云经销商}
              remark: {type: remark, repeated: yes, en: a remark, zh: 备注}
            """;

    private static final String AVAILABILITY =
            """
            import "shared/reasons.jslt" as r
            r:reason(.record.indirectPartnerId and .tenant.role != "distributor", "tenant.role",
              "must be distributor to name a reseller (list orders)", "…")
            """;

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.partner().customer("c1");
        surroundings.partner().customer("c2");
        surroundings.partner().order("c1", order -> order.id("PAID").status(5));
        surroundings.partner().order("c1", order -> order.id("UNPAID").status(6));
        surroundings.set("partner.tenants.acme.role", "solution-provider");
        try {
            addInterfaces(surroundings.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        surroundings.set(
                "bridge.mappings",
                surroundings.folder().resolve("mappings").toUri().toString());
    });
    private final Path mappings = bridge.surroundings().folder().resolve("mappings");

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void aRequestMappingCanRefuseBeforeACallIsSpent() {
        bridge.partner().journal().clear();
        var result = ask("orders.watch", "refusal", Map.of("document", "R1", "remark", "NOT OFFERED"));

        assertThat(result).containsExactly("R1 REFUSED BRIDGE.NOT_AVAILABLE");
        assertThat(bridge.partner().journal().total()).isZero();
    }

    @Test
    void whatThePartnerDecidesLaterIsAnsweredTwice() {
        var first = ask(
                "orders.watch",
                "decision",
                Map.of("document", "P1", "orderId", "PAID"),
                Map.of("document", "P2", "orderId", "UNPAID"));

        assertThat(first).containsExactly("P1 OK ", "P2 PENDING UNPAID");
        assertThat(erpHas("orders.watch/decision.txt.answer.final")).isEmpty();

        bridge.partner().state().change("UNPAID", order -> order.status(5));
        var second = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> erpHas("orders.watch/decision.txt.answer.final"), Optional::isPresent)
                .orElseThrow();

        assertThat(results(ErpFormat.of("orders.watch", mappings).read(second))).containsExactly("P1 OK ", "P2 OK ");
        var again = ErpFormat.of("orders.watch", mappings)
                .batch(
                        "decision",
                        List.of(
                                Map.of("document", "P1", "orderId", "PAID"),
                                Map.of("document", "P2", "orderId", "UNPAID")));
        bridge.erp().drop("orders.watch", "again.txt", again);
        assertThat(Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> erpHas("orders.watch/again.txt.answer.final"), Optional::isPresent))
                .as("the same file again gets the decision")
                .contains(second);
        assertThat(Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> erpHas("orders.watch/again.txt.answer"), Optional::isPresent))
                .as("and what was told first")
                .hasValueSatisfying(told -> assertThat(told)
                        .isEqualTo(erpHas("orders.watch/decision.txt.answer").orElseThrow()));
    }

    @Test
    void documentsThatAgreeShareACall() {
        bridge.partner().journal().clear();
        var records = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 7; i++) {
            records.add(Map.of("document", "T" + i, "customerId", i == 6 ? "c2" : "c1"));
        }
        var answer = askAll("orders.together", "shared", records);

        assertThat(results(answer))
                .containsExactly(
                        "T0 OK COUNT",
                        "T1 OK COUNT",
                        "T2 OK COUNT",
                        "T3 OK COUNT",
                        "T4 OK COUNT",
                        "T5 OK COUNT",
                        "T6 OK COUNT");
        assertThat(bridge.partner().journal().callsOf(Api.NEW_LIST))
                .as("3 and 3 of c1, 1 of c2")
                .isEqualTo(3);
        assertThat(bridge.ledger()
                        .sql(
                                "select count(distinct record_id) from attempt join record on record.id = record_id where document like 'T%'")
                        .query(Long.class)
                        .single())
                .as("every document has its own attempt")
                .isEqualTo(7);
    }

    @Test
    void aDocumentThatSpoilsTheCallSpoilsOnlyItself() {
        var result = ask(
                "orders.together",
                "spoilt",
                Map.of("document", "S1", "customerId", "c1"),
                Map.of("document", "S2", "customerId", "c1", "remark", "SPOIL"),
                Map.of("document", "S3", "customerId", "c1"));

        assertThat(result).containsExactly("S1 OK COUNT", "S2 REFUSED CBC.0100", "S3 OK COUNT");
    }

    @Test
    void whatIsNotOfferedToThisKindOfPartnerIsRefusedWithTheFile() {
        var format = ErpFormat.of("orders.together", mappings);
        var batch = format.batch(
                "offer", List.of(Map.of("document", "O1", "customerId", "c1", "indirectPartnerId", "reseller1")));

        var answer = new String(bridge.answerTo("orders.together", "offer.txt", batch), ErpFormat.CHARSET);

        assertThat(answer)
                .contains("tenant.role")
                .contains("solution-provider")
                .contains("must be distributor to name a reseller (list orders)");
    }

    @SafeVarargs
    private List<String> ask(String iface, String name, Map<String, String>... records) {
        return results(askAll(iface, name, List.of(records)));
    }

    private List<Line> askAll(String iface, String name, List<Map<String, String>> records) {
        var format = ErpFormat.of(iface, mappings);
        return format.read(bridge.answerTo(iface, name + ".txt", format.batch(name, records)));
    }

    private Optional<byte[]> erpHas(String path) {
        return bridge.erp().read("outbound/" + path);
    }

    private static List<String> results(List<Line> answer) {
        return answer.stream()
                .filter(line -> line.record().equals("result"))
                .map(line -> line.get("document") + " " + line.get("status") + " "
                        + Optional.ofNullable(line.get("code")).orElse(""))
                .toList();
    }

    private static void addInterfaces(Path folder) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("mappings"), folder.resolve("mappings"));
        addInterface(folder, "orders.watch", WATCH_REQUEST, WATCH_RESPONSE);
        var together = addInterface(folder, "orders.together", TOGETHER_REQUEST, TOGETHER_RESPONSE);
        Files.writeString(
                together.resolve("interface.yaml"),
                "together: {by: [customerId], at-most: 3}\n",
                StandardOpenOption.APPEND);
        Files.writeString(together.resolve("availability.jslt"), AVAILABILITY);
    }

    private static Path addInterface(Path folder, String name, String request, String response) throws IOException {
        var iface = Files.createDirectories(folder.resolve("mappings").resolve(name));
        Files.writeString(iface.resolve("interface.yaml"), DEFINITION);
        Files.writeString(iface.resolve("request.jslt"), request);
        Files.writeString(iface.resolve("response.jslt"), response);
        return iface;
    }
}
