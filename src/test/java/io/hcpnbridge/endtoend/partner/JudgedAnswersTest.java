package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.journal.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One batch of old order details; every document meets a partner that answers in its own strange way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgedAnswersTest {
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";
    private static final int TRIES = 3;

    private final List<Map<String, String>> records = new ArrayList<>();
    private RunningBridge bridge;
    private Answer details;
    private Answer lists;

    @BeforeAll
    void askForAllOfThemInOneBatch() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.knowCustomer(CUSTOMER);
            surroundings.set("partner.orders.generation", "old");
            surroundings.set("partner.response-timeout", "1s");
            surroundings.set("partner.max-response-size", "100KB");
        });
        order("GOOD-1");
        always("BAD-PARAMETER", Fault.error(400, "CBC.0100", "Parameter error: limit"));
        always("OTHER-SITE", Fault.error(403, "CBC.0156", "The caller is not a customer of this site."));
        always("BUSINESS-NO", Fault.error(200, "CBC.30000010", "订单无效或不存在"));
        always("NO-DATA", Fault.dataNull());
        always("BROKEN", Fault.error(500, "CBC.0999", "Other errors."));
        always("GATEWAY-PAGE", Fault.status(502, "<html>Bad gateway</html>"));
        always("SILENT", Fault.timeoutBefore());
        always("RESET", Fault.resetAfter());
        always("CLOSED", Fault.closedAfter());
        always("CUT", Fault.truncatedJson());
        always("HTML", Fault.html200());
        always("ELSEWHERE", Fault.redirect("http://127.0.0.1:9/elsewhere"));
        always("GBK", Fault.wrongCharset());
        always("HUGE", Fault.tooLargeBody(200_000));
        always("NO-CODE", Fault.status(200, "{\"orderInfo\":{\"orderId\":\"NO-CODE\"}}"));
        always("NO-ID", Fault.altered(body -> {
            body.withObject("/orderInfo").remove("orderId");
            return body;
        }));
        once("BROKEN-ONCE", Fault.error(500, "CBC.0999", "Other errors."));
        once("SILENT-ONCE", Fault.timeoutAfter());
        once("RESET-ONCE", Fault.resetBefore());
        once("CUT-ONCE", Fault.truncatedJson());
        once("HTML-ONCE", Fault.html200());
        once("TOO-FAST-ONCE", Fault.error(429, "APIGW.0308", "The throttling threshold has been reached"));
        once("TOO-FAST-BUSINESS-ONCE", Fault.error(400, "CBC.0250", "Too many requests."));
        order("GOOD-2");

        var desk = new ErpDesk(bridge);
        details = desk.ask(Surroundings.TENANT, "orders.detail", records);
        bridge.partner().faults().next("list", Integer.MAX_VALUE, Fault.dataNull());
        lists = desk.ask(
                Surroundings.TENANT, "orders.list", List.of(Map.of("document", "LIST", "customerId", CUSTOMER)));
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BAD-PARAMETER | CBC.0100     | Parameter error: limit",
                "OTHER-SITE    | CBC.0156     | The caller is not a customer of this site.",
                "BUSINESS-NO   | CBC.30000010 | 订单无效或不存在"
            })
    void aBusinessRefusalIsAnsweredWithThePartnersCodeAndWords(String document, String code, String text) {
        assertThat(details.outcome(document)).isEqualTo("REFUSED " + code);
        assertThat(details.text(document)).isEqualTo(text);
        assertThat(calls(document)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NO-DATA      | BRIDGE.NO_PAYLOAD         | orderInfo",
                "BROKEN       | CBC.0999                  | Other errors.",
                "GATEWAY-PAGE | BRIDGE.HTTP_502           | HTTP status 502",
                "SILENT       | BRIDGE.TIMEOUT            | partner.response-timeout",
                "RESET        | BRIDGE.CONNECTION_LOST    | broke",
                "CLOSED       | BRIDGE.CONNECTION_LOST    | broke",
                "CUT          | BRIDGE.CONNECTION_LOST    | broke",
                "HTML         | BRIDGE.MALFORMED_RESPONSE | text/html",
                "ELSEWHERE    | BRIDGE.HTTP_302           | HTTP status 302",
                "GBK          | BRIDGE.MALFORMED_RESPONSE | UTF-8",
                "HUGE         | BRIDGE.RESPONSE_TOO_LARGE | bytes",
                "NO-CODE      | BRIDGE.MALFORMED_RESPONSE | error_code"
            })
    void aReadThatFailsTechnicallyIsTriedAgainAndThenAnsweredWithCodeAndText(
            String document, String code, String text) {
        assertThat(details.outcome(document)).isEqualTo("FAILED " + code);
        assertThat(details.text(document)).contains(text);
        assertThat(calls(document)).hasSize(TRIES);
        assertThat(details.rows(document)).isEmpty();
    }

    @Test
    void anAnswerThatLacksWhatMakesItAnAnswerIsNotPassedOn() {
        assertThat(details.outcome("NO-ID")).startsWith("FAILED BRIDGE.");
        assertThat(details.text("NO-ID")).contains("orderId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BROKEN-ONCE",
                "SILENT-ONCE",
                "RESET-ONCE",
                "CUT-ONCE",
                "HTML-ONCE",
                "TOO-FAST-ONCE",
                "TOO-FAST-BUSINESS-ONCE"
            })
    void whatPassesIsNoErrorToTheErp(String document) {
        assertThat(details.outcome(document)).isEqualTo("OK");
        assertThat(details.column("order", document, "orderId")).containsExactly(document);
        assertThat(calls(document)).hasSize(2);
    }

    @Test
    void aListWithoutDataIsNoEmptyList() {
        assertThat(lists.outcome("LIST")).isEqualTo("FAILED BRIDGE.NO_PAYLOAD");
        assertThat(lists.text("LIST")).contains("'data'");
    }

    @Test
    void oneBadDocumentNeverStopsTheOthers() {
        assertThat(details.outcome("GOOD-1")).isEqualTo("OK");
        assertThat(details.outcome("GOOD-2")).isEqualTo("OK");
        assertThat(details.lines().stream()
                        .filter(line -> line.record().equals("result"))
                        .map(line -> line.get("document")))
                .isEqualTo(
                        records.stream().map(record -> record.get("document")).toList());
    }

    @Test
    void everyTryIsSignedAfreshAndAccepted() {
        assertThat(bridge.partner().journal().calls())
                .allSatisfy(call -> assertThat(call.header("Authorization")).isPresent())
                .noneMatch(call -> Integer.valueOf(401).equals(call.status()));
        assertThat(calls("SILENT").stream()
                        .map(call -> call.header("Authorization").orElseThrow()))
                .doesNotHaveDuplicates();
    }

    @Test
    void throttlingSlowsTheLaneDownAndIsNotCountedAsATry() {
        var verdicts = bridge.ledger()
                .sql(
                        """
                        select o.verdict from attempt_outcome o join attempt a on a.id = o.attempt_id
                        join record r on r.id = a.record_id where r.document = 'TOO-FAST-ONCE' order by o.attempt_id
                        """)
                .query(String.class)
                .list();
        assertThat(verdicts).containsExactly("throttled", "success");
    }

    private void always(String order, Fault fault) {
        order(order);
        bridge.partner().faults().always(call -> call.variables().contains(order), fault);
    }

    private void once(String order, Fault fault) {
        order(order);
        bridge.partner().faults().next(call -> call.variables().contains(order), 1, fault);
    }

    private void order(String id) {
        bridge.partner().order(CUSTOMER, draft -> draft.id(id));
        records.add(Map.of("document", id, "orderId", id));
    }

    private List<Call> calls(String order) {
        return bridge.partner().journal().calls(call -> call.target().contains("/" + order + "?"));
    }
}
