package io.hcpnbridge.endtoend.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.RealnameRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Real names: the ERP is told that an application is taken, and later what was decided. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewedRealnamesTest {
    private static final String CHANGE = "customers.realname-change";
    private static final String APPLY = "customers.realname-apply";

    private final RunningBridge bridge = RunningBridge.start(ReviewedRealnamesTest::prepare);

    private static void prepare(Surroundings surroundings) {
        var partner = surroundings.partner();
        for (var id : List.of("c-pass", "c-reject", "c-once", "c-lost", "c-person", "c-silent")) {
            partner.customer(id);
            partner.customers().profile(id, profile -> profile.verified("2", 0));
        }
        surroundings.set("doubts.poll-interval", "100");
        var realname = partner.customers().realname();
        realname.passesAfter("c-pass", 1);
        realname.rejectedAfter("c-reject", 0, "营业执照不清晰");
        realname.passesAtOnce("c-once");
        partner.faults()
                .always(
                        call -> call.api() == Api.REALNAME_RESULT
                                && call.request().target().contains("c-lost"),
                        Fault.error(400, "CBC.99000035", "不是伙伴的子客户"));
        partner.faults()
                .next(call -> call.api() == Api.REALNAME_RESULT, 2, Fault.error(500, "CBC.0999", "Other errors."));
        partner.faults()
                .always(
                        call -> call.api() == Api.REALNAME_CHANGE
                                && new String(call.request().body(), StandardCharsets.UTF_8).contains("c-silent"),
                        Fault.closedAfter());
    }

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void theErpIsToldBothThatItIsTakenAndWhatWasDecidedEvenOverARestart() {
        var records = new ArrayList<Map<String, String>>();
        for (var id : List.of("c-pass", "c-reject", "c-once", "c-lost", "c-silent", "nobody")) {
            records.add(company(id));
        }
        var format = ErpFormat.of(CHANGE);

        var first = results(bridge.answerTo(CHANGE, "six.xml", format.batch("B1", records)));
        bridge.restart();
        var last = results(awaitFinal(CHANGE, "six.xml"));

        assertThat(first.get("c-pass"))
                .containsEntry("status", "PENDING")
                .containsEntry("review", "OPEN")
                .containsEntry("code", "");
        assertThat(first.get("c-pass").get("text")).contains("3 working days");
        assertThat(first.get("c-reject")).containsEntry("status", "PENDING");
        assertThat(first.get("c-once")).containsEntry("status", "OK").containsEntry("review", "NONE");
        assertThat(first.get("c-silent").get("status")).isIn("IN_DOUBT", "PENDING");
        assertThat(first.get("nobody")).containsEntry("status", "REFUSED").containsEntry("code", "CBC.99000035");

        assertThat(last.get("c-pass")).containsEntry("status", "OK").containsEntry("review", "PASSED");
        assertThat(last.get("c-pass")).doesNotContainKey("text");
        assertThat(last.get("c-reject"))
                .containsEntry("status", "REFUSED")
                .containsEntry("code", "BRIDGE.REVIEW_REJECTED")
                .containsEntry("review", "REJECTED");
        assertThat(last.get("c-reject").get("text")).contains("营业执照不清晰");
        assertThat(last.get("c-lost"))
                .containsEntry("status", "PARTIAL")
                .containsEntry("code", "CBC.99000035")
                .containsEntry("review", "OPEN");
        assertThat(last.get("c-silent"))
                .as("found out meanwhile")
                .containsEntry("status", "OK")
                .containsEntry("review", "PASSED");
        assertThat(bridge.partner().journal().callsOf(Api.REALNAME_CHANGE)).isEqualTo(6);
    }

    @Test
    void everyDocumentedRefusalOfAnApplicationIsARefusalWithWords() {
        var records = new ArrayList<Map<String, String>>();
        for (var reason : RealnameRefusal.values()) {
            bridge.partner()
                    .faults()
                    .always(
                            call -> call.api() == Api.REALNAME_INDIVIDUAL
                                    && new String(call.request().body(), StandardCharsets.UTF_8)
                                            .contains("\"" + reason.code() + "\""),
                            Fault.error(400, reason.code(), reason.text()));
            var record = new TreeMap<>(person());
            record.put("document", reason.code());
            record.put("number", reason.code());
            records.add(record);
        }
        var format = ErpFormat.of(APPLY);

        var results = results(bridge.answerTo(APPLY, "refused.xml", format.batch("B2", records)));

        assertThat(results).hasSize(RealnameRefusal.values().length);
        for (var reason : RealnameRefusal.values()) {
            assertThat(results.get(reason.code()))
                    .containsEntry("status", "REFUSED")
                    .containsEntry("code", reason.code())
                    .containsEntry("text", reason.text());
        }
        assertThat(bridge.erp().lastAnswer(APPLY, "refused.xml")).isEmpty();
    }

    @Test
    void whatTheSiteDoesNotTakeIsRefusedBeforeACall() {
        var calls = bridge.partner().journal().callsOf(Api.REALNAME_INDIVIDUAL);
        var record = new TreeMap<>(person());
        record.put("document", "LICENCE");
        record.put("documentType", "7");
        record.remove("file3");
        var format = ErpFormat.of(APPLY);

        var refusal = format.read(bridge.answerTo(APPLY, "licence.xml", format.batch("B3", List.of(record))));

        assertThat(refusal.stream().filter(line -> line.record().equals("problem")))
                .extracting(line -> line.get("field"))
                .contains("documentType", "file3");
        assertThat(bridge.partner().journal().callsOf(Api.REALNAME_INDIVIDUAL)).isEqualTo(calls);
    }

    private static Map<String, String> company(String id) {
        return Map.of("document", id, "customerId", id, "name", "第一公司", "number", "9131", "file1", "licence.jpg");
    }

    private static Map<String, String> person() {
        return Map.of(
                "customerId", "c-person",
                "kind", "INDIVIDUAL",
                "name", "张三",
                "number", "3101",
                "documentType", "0",
                "file1", "1.jpg",
                "file2", "2.jpg",
                "file3", "3.jpg");
    }

    private static Map<String, Map<String, String>> results(byte[] answer) {
        var results = new TreeMap<String, Map<String, String>>();
        ErpFormat.of(CHANGE).read(answer).stream()
                .filter(line -> line.fields().containsKey("document"))
                .forEach(line -> results.computeIfAbsent(line.get("document"), document -> new TreeMap<>())
                        .putAll(line.fields()));
        return results;
    }

    private byte[] awaitFinal(String iface, String name) {
        return Awaitility.await("the final answer to " + name)
                .atMost(Duration.ofSeconds(60))
                .until(() -> bridge.erp().lastAnswer(iface, name), Optional::isPresent)
                .orElseThrow();
    }
}
