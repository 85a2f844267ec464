package io.hcpnbridge.endtoend.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What became of customers and real names whose answers never came is found out by the partner's reads. */
@Tag("slow")
@Tag("doubts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciledCustomersTest {
    private static final String CREATE = "customers.create";
    private static final String APPLY = "customers.realname-apply";
    private static final String CHANGE = "customers.realname-change";
    private static final Fault NOT_TAKEN = Fault.error(500, "CBC.0999", "Other errors.");

    private final RunningBridge bridge = RunningBridge.start(ReconciledCustomersTest::prepare);

    private static void prepare(Surroundings surroundings) {
        surroundings
                .set("answer.await-doubts", "0s")
                .set("doubts.poll-interval", "100")
                .set("doubts.first-pause", "200ms")
                .set("doubts.longest-pause", "300ms")
                .set("partner.response-timeout", "1s")
                .set("doubts.settle-time", "2s")
                .set("doubts.patience", "3s");
        for (var id : List.of("c-taken", "c-lost", "c-review", "c-change", "c-enterprise", "c-rejected")) {
            surroundings.partner().customer(id);
            surroundings.partner().customers().profile(id, profile -> profile.verified("2", 0));
        }
        for (var id : List.of("c-taken", "c-lost")) {
            surroundings.partner().customers().profile(id, profile -> profile.verified("-1", -1));
        }
        surroundings.partner().customers().realname().passesAtOnce("c-enterprise");
        surroundings.partner().customers().realname().rejectedAfter("c-rejected", 0, "营业执照不清晰");
    }

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void aCreatedCustomerIsFoundByItsPlatformUserAndAnsweredWithItsId() {
        fails(Api.CREATE_CUSTOMER, "FOUND", Fault.resetAfter());
        once(Api.CREATE_CUSTOMER, "FREE-NAME", NOT_TAKEN);
        fails(Api.CREATE_CUSTOMER, "BY-PHONE", NOT_TAKEN);
        fails(Api.CREATE_CUSTOMER, "NAMELESS", NOT_TAKEN);
        var records = List.of(
                customer("FOUND"),
                customer("FREE-NAME", "accountName", "free_name"),
                customer(
                        "BY-PHONE",
                        "accountName",
                        "by_phone",
                        "mobilePhone",
                        "13812345678",
                        "verificationCode",
                        "123456"),
                customer("NAMELESS"));

        var last = answers(CREATE, "doubtful.xml", records);

        assertThat(last.get("FOUND")).containsEntry("status", "OK");
        assertThat(last.get("FOUND").get("customerId")).hasSize(32);
        assertThat(last.get("FREE-NAME")).as("sent again, as nothing was done").containsEntry("status", "OK");
        assertThat(last.get("BY-PHONE")).containsEntry("status", "FAILED").containsEntry("code", "BRIDGE.NOT_PLACED");
        assertThat(last.get("BY-PHONE").get("text"))
                .contains("not sent again")
                .contains("its one-time code is not kept");
        assertThat(last.get("NAMELESS"))
                .as("nothing tells; a person decides, and nothing else waits for that")
                .containsEntry("status", "IN_DOUBT");
        assertThat(bridge.partner().journal().callsOf(Api.CREATE_CUSTOMER)).isEqualTo(5);
    }

    @Test
    void anApplicationIsFoundByItsReviewOrSentAgainIfItIsProvenNotToHaveBeenMade() {
        fails(Api.REALNAME_INDIVIDUAL, "c-taken", Fault.resetAfter());
        once(Api.REALNAME_INDIVIDUAL, "c-lost", NOT_TAKEN);

        var last = answers(APPLY, "applications.xml", List.of(person("c-taken"), person("c-lost")));

        assertThat(last.get("c-taken")).containsEntry("status", "OK");
        assertThat(last.get("c-lost")).as("sent again, as nothing was done").containsEntry("status", "OK");
        assertThat(bridge.partner().journal().callsOf(Api.REALNAME_INDIVIDUAL)).isEqualTo(3);
    }

    @Test
    void aChangeIsFoundByItsReviewOrByWhatTheCustomerIsByNow() {
        for (var id : List.of("c-review", "c-enterprise", "c-rejected")) {
            fails(Api.REALNAME_CHANGE, id, Fault.closedAfter());
        }
        once(Api.REALNAME_CHANGE, "c-change", NOT_TAKEN);

        var last = answers(
                CHANGE,
                "changes.xml",
                List.of(company("c-review"), company("c-enterprise"), company("c-change"), company("c-rejected")));

        assertThat(last.get("c-review")).containsEntry("status", "OK").containsEntry("review", "PASSED");
        assertThat(last.get("c-enterprise")).containsEntry("status", "OK");
        assertThat(last.get("c-change")).as("sent again, as nothing was done").containsEntry("status", "OK");
        assertThat(last.get("c-rejected")).as("rejected may be an earlier one").containsEntry("status", "IN_DOUBT");
        assertThat(bridge.partner().journal().callsOf(Api.REALNAME_CHANGE)).isEqualTo(5);
    }

    private Map<String, Map<String, String>> answers(String iface, String file, List<Map<String, String>> records) {
        var format = ErpFormat.of(iface);
        bridge.erp().drop(iface, file, format.batch("B-" + file, records));
        var answer = Awaitility.await("the last answer to " + file)
                .atMost(Duration.ofSeconds(60))
                .until(() -> bridge.erp().lastAnswer(iface, file), Optional::isPresent)
                .orElseThrow();
        var results = new TreeMap<String, Map<String, String>>();
        format.read(answer).stream()
                .filter(line -> line.fields().containsKey("document"))
                .forEach(line -> results.computeIfAbsent(line.get("document"), document -> new TreeMap<>())
                        .putAll(line.fields()));
        return results;
    }

    private void fails(Api api, String mark, Fault fault) {
        bridge.partner()
                .faults()
                .always(call -> call.api() == api && body(call.request().body()).contains("\"" + mark + "\""), fault);
    }

    private void once(Api api, String mark, Fault fault) {
        bridge.partner()
                .faults()
                .next(call -> call.api() == api && body(call.request().body()).contains("\"" + mark + "\""), 1, fault);
    }

    private static String body(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, String> customer(String user, String... columns) {
        var record = new TreeMap<String, String>();
        record.put("document", user);
        record.put("platformUserId", user);
        for (int i = 0; i < columns.length; i += 2) {
            record.put(columns[i], columns[i + 1]);
        }
        return record;
    }

    private static Map<String, String> company(String id) {
        return Map.of("document", id, "customerId", id, "name", "第一公司", "number", "9131", "file1", "licence.jpg");
    }

    private static Map<String, String> person(String id) {
        var record = new TreeMap<String, String>();
        record.putAll(Map.of("document", id, "customerId", id, "kind", "INDIVIDUAL", "name", "张三", "number", "3101"));
        record.putAll(Map.of("documentType", "0", "file1", "1.jpg", "file2", "2.jpg", "file3", "3.jpg"));
        return new TreeMap<>(record);
    }
}
