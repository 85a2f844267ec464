package io.hcpnbridge.endtoend.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.AssociationRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One batch of customers to create; each meets the partner in another mood. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreatedCustomersTest {
    private static final String IFACE = "customers.create";

    private final RunningBridge bridge = RunningBridge.start(CreatedCustomersTest::prepare);
    private final List<Map<String, String>> records = new ArrayList<>();
    private Map<String, Map<String, String>> results;

    private static void prepare(Surroundings surroundings) {
        var partner = surroundings.partner();
        partner.customer("c1");
        partner.customers().profile("c1", profile -> profile.account("taken_name"));
        partner.customers().codes().put("13800000001", "123456", Duration.ofHours(1));
        partner.customers().codes().put("13800000002", "123456", Duration.ZERO.minusSeconds(5));
        partner.customers().codes().put("13800000003", "123456", Duration.ofHours(1));
        partner.customers().reported("13800000004");
        partner.customers().associations().delay("SLOW", 1).delay("SLOW-NAMELESS", 2);
        for (var reason : AssociationRefusal.values()) {
            partner.customers().associations().refuse(reason.code(), reason);
        }
    }

    @BeforeAll
    void createThemAll() {
        customer("GOOD", "accountName", "good_name", "mobilePhone", "13800000001", "verificationCode", "123456");
        customer("CHECKED", "accountName", "free_name", "checkIdentity", "Y");
        customer("TAKEN-CHECKED", "accountName", "taken_name", "checkIdentity", "Y");
        customer("TAKEN", "accountName", "taken_name");
        customer("EXPIRED-CODE", "mobilePhone", "13800000002", "verificationCode", "123456");
        customer("WRONG-CODE", "mobilePhone", "13800000003", "verificationCode", "654321");
        customer("REPORTED", "mobilePhone", "13800000004", "verificationCode", "123456");
        customer("SLOW", "accountName", "slow_name");
        customer("SLOW-NAMELESS");
        customer("SILENT");
        customer("BROKEN");
        customer("UNASKABLE", "accountName", "unaskable");
        for (var reason : AssociationRefusal.values()) {
            customer(reason.code());
        }
        fails(Api.CREATE_CUSTOMER, "SILENT", Fault.resetAfter());
        fails(Api.CREATE_CUSTOMER, "BROKEN", Fault.error(500, "CBC.0999", "Other errors."));
        fails(
                Api.CREATE_CUSTOMER,
                "SLOW-NAMELESS",
                Fault.altered(body -> body.remove(List.of("domain_id", "domain_name"))));
        var unaskable = UUID.nameUUIDFromBytes("ACME_ERP:UNASKABLE".getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        fails(Api.CUSTOMERS, unaskable, Fault.error(403, "CBC.0151", "拒绝访问"));

        var format = ErpFormat.of(IFACE);
        results = new TreeMap<>();
        format.read(bridge.answerTo(IFACE, "all.xml", format.batch("B1", records))).stream()
                .filter(line -> line.fields().containsKey("document"))
                .forEach(line -> results.computeIfAbsent(line.get("document"), document -> new TreeMap<>())
                        .putAll(line.fields()));
    }

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void whatWasCreatedIsAnsweredWithItsAccountAndAssociation() {
        assertThat(results.get("GOOD"))
                .containsEntry("status", "OK")
                .containsEntry("accountName", "good_name")
                .containsEntry("associationType", "2")
                .containsEntry("code", "");
        assertThat(results.get("GOOD").get("customerId")).hasSize(32);
        assertThat(results.get("GOOD").get("associatedOn")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(results.get("CHECKED")).containsEntry("status", "OK");
    }

    @Test
    void aNameThatIsTakenIsFoundOutBeforeTheCreation() {
        assertThat(results.get("TAKEN-CHECKED"))
                .containsEntry("status", "REFUSED")
                .containsEntry("code", "BRIDGE.ALREADY_USED");
        assertThat(creations("TAKEN-CHECKED")).isZero();
        assertThat(results.get("TAKEN")).containsEntry("status", "REFUSED").containsEntry("code", "CBC.99000038");
    }

    @Test
    void codesAndContactsAreRefusedByThePartner() {
        assertThat(results.get("EXPIRED-CODE"))
                .containsEntry("status", "REFUSED")
                .containsEntry("code", "CBC.99004008");
        assertThat(results.get("WRONG-CODE")).containsEntry("status", "REFUSED").containsEntry("code", "CBC.99004010");
        assertThat(results.get("REPORTED")).containsEntry("status", "REFUSED").containsEntry("code", "CBC.99000051");
    }

    @Test
    void everyDocumentedFailureOfAnAssociationIsARefusalWithWords() {
        for (var reason : AssociationRefusal.values()) {
            assertThat(results.get(reason.code()))
                    .containsEntry("status", "REFUSED")
                    .containsEntry("code", reason.code())
                    .containsEntry("text", reason.text());
        }
    }

    @Test
    void anAssociationThatTookTooLongIsFollowedAndNothingIsCreatedTwice() {
        assertThat(results.get("SLOW")).containsEntry("status", "OK").containsEntry("accountName", "slow_name");
        assertThat(results.get("SLOW-NAMELESS")).containsEntry("status", "OK");
        assertThat(results.get("SLOW-NAMELESS").get("customerId")).hasSize(32);
        assertThat(creations("SLOW")).isEqualTo(1);
        assertThat(creations("SLOW-NAMELESS")).isEqualTo(1);
    }

    @Test
    void aCreationOfUnknownOutcomeIsInDoubtAndNotSentAgain() {
        assertThat(results.get("SILENT")).containsEntry("status", "IN_DOUBT");
        assertThat(results.get("BROKEN")).containsEntry("status", "IN_DOUBT").containsEntry("code", "CBC.0999");
        assertThat(creations("SILENT")).isEqualTo(1);
        assertThat(creations("BROKEN")).isEqualTo(1);
    }

    @Test
    void whatWasCreatedStaysCreatedWhenItsAssociationCannotBeAskedFor() {
        assertThat(results.get("UNASKABLE")).containsEntry("status", "PARTIAL").containsEntry("code", "CBC.0151");
        assertThat(results.get("UNASKABLE").get("text")).contains("was created").contains("拒绝访问");
        assertThat(results.get("UNASKABLE").get("customerId")).hasSize(32);
    }

    @Test
    void theSameFileAgainCreatesNothing() {
        var calls = bridge.partner().journal().total();
        var format = ErpFormat.of(IFACE);
        var again = format.read(bridge.answerTo(IFACE, "again.xml", format.batch("B2", records.subList(0, 2))));

        assertThat(again.get(1).get("status")).isEqualTo("OK");
        assertThat(bridge.partner().journal().total()).isEqualTo(calls);
    }

    @Test
    void noVerificationCodeIsKeptOnceItWasUsed() {
        assertThat(bridge.ledger()
                        .sql("select content::text from record")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(content -> content.contains("verificationCode") || content.contains("123456"))
                .anyMatch(content -> content.contains("mobilePhone"));
    }

    @Test
    void noPasswordLeaves() {
        assertThat(bridge.partner().journal().calls(Api.CREATE_CUSTOMER))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.bodyText()).doesNotContain("password"));
        assertThat(bridge.partner().state().customersOf(StandInPartnerApi.PARTNER, customer -> true))
                .isNotEmpty();
    }

    private long creations(String user) {
        return bridge.partner()
                .journal()
                .calls(call ->
                        call.api() == Api.CREATE_CUSTOMER && call.bodyText().contains("\"" + user + "\""))
                .size();
    }

    private void fails(Api api, String mark, Fault fault) {
        bridge.partner()
                .faults()
                .always(
                        call -> call.api() == api
                                && new String(call.request().body(), StandardCharsets.UTF_8)
                                        .contains("\"" + mark + "\""),
                        fault);
    }

    private void customer(String user, String... columns) {
        var record = new TreeMap<String, String>();
        record.put("document", user);
        record.put("platformUserId", user);
        for (int i = 0; i < columns.length; i += 2) {
            record.put(columns[i], columns[i + 1]);
        }
        records.add(record);
    }
}
