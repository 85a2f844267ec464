package io.hcpnbridge.endtoend.partner;

import static io.hcpnbridge.endtoend.partner.ErpDesk.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.RenewalRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Renewals that meet trouble: money is never spent twice and the answer never claims more than is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UncertainRenewalsTest {
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";
    private static final List<String> TENANTS = List.of("acme-old", "acme-new");

    private static final String LONG_ID = "CS" + "7".repeat(78);

    private RunningBridge bridge;
    private ErpDesk desk;
    private final Map<String, List<Map<String, String>>> records =
            Map.of("acme-old", new ArrayList<>(), "acme-new", new ArrayList<>());
    private Answer old;
    private Answer recent;

    @BeforeAll
    void renewAllInOneBatchOfEachGeneration() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.partner().customer(CUSTOMER);
            for (var tenant : TENANTS) {
                surroundings.tenant(tenant, StandInPartnerApi.PARTNER);
                surroundings.knowCustomer(tenant, CUSTOMER);
                surroundings.set("partner.tenants." + tenant + ".orders-generation", tenant.substring(5));
            }
            surroundings.set("partner.response-timeout", "1s");
            surroundings.set("work.tries", "100");
        });
        desk = new ErpDesk(bridge);
        for (var tenant : TENANTS) {
            renew(tenant, "GOOD-1", 0);
            broken(tenant, "RESET-AFTER", Fault.resetAfter());
            broken(tenant, "CLOSED-AFTER", Fault.closedAfter());
            broken(tenant, "SILENT-AFTER", Fault.timeoutAfter());
            broken(tenant, "CUT-AFTER", Fault.truncatedJson());
            broken(tenant, "RESET-BEFORE", Fault.resetBefore());
            broken(tenant, "BROKEN", Fault.error(500, "CBC.0999", "Other errors."));
            broken(
                    tenant,
                    "PROXY",
                    Fault.status(504, "<html>Gateway timeout</html>").afterTaken());
            broken(tenant, "HTML", Fault.html200().afterTaken());
            broken(tenant, "NO-ORDER", Fault.dataNull());
            broken(tenant, "ELSEWHERE", Fault.redirect("http://127.0.0.1:9/"));
            broken(tenant, "TOO-FAST", Fault.error(429, "APIGW.0308", "The throttling threshold has been reached"));
            broken(tenant, "KEY-ONCE", Fault.error(401, "APIGW.0301", "Incorrect IAM authentication information"));
            broken(tenant, "ID-TOO-LONG", Fault.altered(body -> {
                ((ArrayNode) body.path("order_ids")).set(0, LONG_ID).add("CS-FITS");
                return body;
            }));
            broken(tenant, "NO-LIST", Fault.altered(body -> body.put("order_ids", "CS-ALONE")));
            resource(tenant, "UNPAID");
            bridge.partner().state().changeResource(id(tenant, "UNPAID"), r -> r.refuses(RenewalRefusal.UNPAID_ORDER));
            record(tenant, renewal("UNPAID", CUSTOMER, 0, id(tenant, "UNPAID")));
            renew(tenant, "GOOD-2", 3);
        }
        policies();
        var first = desk.drop("acme-old", "orders.renew", records.get("acme-old"));
        var second = desk.drop("acme-new", "orders.renew", records.get("acme-new"));
        old = desk.await(first);
        recent = desk.await(second);
    }

    private void policies() {
        var tenant = "acme-new";
        renew(tenant, "POLICY-3", 3);
        renew(tenant, "POLICY-1", 1);
        renew(tenant, "POLICY-0", 0);
        bridge.partner().state().changeResource(id(tenant, "POLICY-0"), r -> r.expirePolicy(3));
        renew(tenant, "POLICY-0-ALREADY", 0);
        renew(tenant, "POLICY-REFUSED", 3);
        fault(policyOf(tenant, "POLICY-REFUSED"), Fault.error(400, "CBC.99003602", "The resource is frozen."));
        renew(tenant, "POLICY-RESET", 3);
        fault(policyOf(tenant, "POLICY-RESET"), Fault.resetAfter());
        renew(tenant, "POLICY-BROKEN", 3);
        fault(policyOf(tenant, "POLICY-BROKEN"), Fault.error(500, "CBC.0999", "Other errors."));
        renew(tenant, "POLICY-TOO-FAST", 3);
        fault(policyOf(tenant, "POLICY-TOO-FAST"), Fault.error(429, "APIGW.0308", "Throttled"));
        resource(tenant, "ALONE");
        resource(tenant, "ALONE-GOOD");
        bridge.partner().state().changeResource(id(tenant, "ALONE"), r -> r.failsAlone(RenewalRefusal.BUNDLE));
        record(tenant, renewal("ONE-FAILS", CUSTOMER, 3, id(tenant, "ALONE"), id(tenant, "ALONE-GOOD")));
        resource(tenant, "ALONE-2");
        bridge.partner().state().changeResource(id(tenant, "ALONE-2"), r -> r.failsAlone(RenewalRefusal.LOCKED));
        record(tenant, renewal("ALL-FAIL", CUSTOMER, 3, id(tenant, "ALONE-2")));
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RESET-AFTER,  BRIDGE.CONNECTION_LOST,    1",
        "CLOSED-AFTER, BRIDGE.CONNECTION_LOST,    1",
        "SILENT-AFTER, BRIDGE.TIMEOUT,            1",
        "CUT-AFTER,    BRIDGE.CONNECTION_LOST,    1",
        "RESET-BEFORE, BRIDGE.CONNECTION_LOST,    0",
        "BROKEN,       CBC.0999,                  0",
        "PROXY,        BRIDGE.HTTP_504,           1",
        "HTML,         BRIDGE.MALFORMED_RESPONSE, 1",
        "NO-ORDER,     BRIDGE.NO_PAYLOAD,         1",
        "ELSEWHERE,    BRIDGE.HTTP_302,           0"
    })
    void aRenewalOfUnknownOutcomeIsInDoubtAndSentOnce(String document, String code, int placed) {
        for (var tenant : TENANTS) {
            assertThat(answer(tenant).outcome(document)).isEqualTo("IN_DOUBT " + code);
            assertThat(answer(tenant).text(document)).isNotBlank();
            assertThat(sent(tenant, document)).isEqualTo(1);
            assertThat(bridge.partner().journal().placedRenewals(id(tenant, document)))
                    .isEqualTo(placed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOO-FAST", "KEY-ONCE"})
    void aRenewalThatWasTurnedAwayAtTheDoorIsPlacedOnceLater(String document) {
        for (var tenant : TENANTS) {
            assertThat(answer(tenant).outcome(document)).isEqualTo("OK");
            assertThat(answer(tenant).of("renewal", document)).hasSize(1);
            assertThat(sent(tenant, document)).isEqualTo(2);
            assertThat(bridge.partner().journal().placedRenewals(id(tenant, document)))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOOD-1", "GOOD-2"})
    void theOtherRenewalsOfTheBatchAreFine(String document) {
        for (var tenant : TENANTS) {
            assertThat(answer(tenant).outcome(document)).isEqualTo("OK");
            assertThat(bridge.partner().journal().placedRenewals(id(tenant, document)))
                    .isEqualTo(1);
        }
    }

    @Test
    void aRenewalWhoseAnswerHasNoRoomInTheFormatIsPlacedAndKeepsTheIdsOfItsOrders() {
        for (var tenant : TENANTS) {
            assertThat(answer(tenant).outcome("ID-TOO-LONG")).isEqualTo("PARTIAL BRIDGE.ANSWER_UNFIT");
            assertThat(answer(tenant).text("ID-TOO-LONG"))
                    .contains("The partner has carried it out (order_ids " + LONG_ID + ", CS-FITS), but: ")
                    .contains(
                            "the column orderId of a row renewal has 80 bytes, its column holds 64 (orders.renew/interface.yaml)");
            assertThat(answer(tenant).column("renewal", "ID-TOO-LONG", "orderId"))
                    .containsExactly("CS-FITS");
            assertThat(sent(tenant, "ID-TOO-LONG")).isEqualTo(1);
        }
    }

    @Test
    void aRenewalWhoseAnswerTheMappingCannotReadIsPlacedAndNamesTheMapping() {
        assertThat(old.outcome("NO-LIST")).isEqualTo("PARTIAL BRIDGE.ANSWER_UNFIT");
        assertThat(old.text("NO-LIST"))
                .contains("The partner has carried it out (order_ids CS-ALONE), but: ")
                .containsPattern("cannot be mapped \\((shared/renewal|orders.renew/response.old).jslt, line \\d+\\)");
        assertThat(sent("acme-old", "NO-LIST")).isEqualTo(1);
    }

    @Test
    void anUnpaidOrderRefusesTheRenewalWithCodeAndText() {
        assertThat(old.outcome("UNPAID")).isEqualTo("REFUSED CBC.30050010");
        assertThat(recent.outcome("UNPAID")).isEqualTo("REFUSED CBC.99003100");
        assertThat(recent.text("UNPAID")).isEqualTo(RenewalRefusal.UNPAID_ORDER.text());
        assertThat(sent("acme-new", "UNPAID")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POLICY-3, 3",
        "POLICY-1, 1",
        "POLICY-0, 0",
        "POLICY-0-ALREADY, 0",
        "POLICY-TOO-FAST, 3",
        "POLICY-RESET, 3",
        "POLICY-BROKEN, 3"
    })
    void theNewEndpointsSetTheExpiryPolicyAfterwards(String document, int policy) {
        assertThat(recent.outcome(document)).isEqualTo("OK");
        assertThat(bridge.partner()
                        .state()
                        .resource(id("acme-new", document))
                        .orElseThrow()
                        .expirePolicy())
                .isEqualTo(policy);
        placedOnce(document);
    }

    @Test
    void aRefusedPolicyMakesTheRenewalPartial() {
        assertThat(recent.outcome("POLICY-REFUSED")).isEqualTo("PARTIAL CBC.99003602");
        assertThat(recent.text("POLICY-REFUSED")).contains("The resource is frozen.");
        assertThat(recent.column("failed", "POLICY-REFUSED", "stage")).containsExactly("POLICY");
        placedOnce("POLICY-REFUSED");
    }

    @Test
    void resourcesLeftOutMakeTheRenewalPartial() {
        assertThat(recent.outcome("ONE-FAILS")).isEqualTo("PARTIAL " + RenewalRefusal.BUNDLE.newCode());
        assertThat(recent.text("ONE-FAILS")).contains(id("acme-new", "ALONE"));
        assertThat(recent.column("failed", "ONE-FAILS", "resourceId")).containsExactly(id("acme-new", "ALONE"));
        assertThat(recent.of("renewal", "ONE-FAILS")).hasSize(1);
        assertThat(bridge.partner()
                        .state()
                        .resource(id("acme-new", "ALONE-GOOD"))
                        .orElseThrow()
                        .expirePolicy())
                .isEqualTo(3);

        assertThat(recent.outcome("ALL-FAIL")).isEqualTo("REFUSED " + RenewalRefusal.LOCKED.newCode());
    }

    @Test
    void aRenewalThatFindsTheDoorShutWaitsHoweverOftenItTriesAndIsPlacedOnceWhenItOpens() {
        var port = bridge.partner().uri().getPort();
        bridge.partner().close();
        var dropped = new ArrayList<ErpDesk.Dropped>();
        for (var tenant : TENANTS) {
            resource(tenant, "SHUT");
            dropped.add(desk.drop(tenant, "orders.renew", List.of(renewal("SHUT", CUSTOMER, 0, id(tenant, "SHUT")))));
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> refusedConnections() > TENANTS.size() * 3);
        bridge.partner().start(port);

        for (int i = 0; i < TENANTS.size(); i++) {
            assertThat(desk.await(dropped.get(i)).outcome("SHUT")).isEqualTo("OK");
            assertThat(bridge.partner().journal().placedRenewals(id(TENANTS.get(i), "SHUT")))
                    .isEqualTo(1);
        }
    }

    private int refusedConnections() {
        return bridge.ledger()
                .sql("select count(*) from attempt_outcome where code = 'BRIDGE.CONNECTION_REFUSED'")
                .query(Integer.class)
                .single();
    }

    private void placedOnce(String document) {
        assertThat(recent.of("renewal", document)).hasSize(1);
        assertThat(sent("acme-new", document)).isEqualTo(1);
        assertThat(bridge.partner().journal().placedRenewals(id("acme-new", document)))
                .isEqualTo(1);
    }

    private void renew(String tenant, String document, int expireMode) {
        resource(tenant, document);
        record(tenant, renewal(document, CUSTOMER, expireMode, id(tenant, document)));
    }

    private void broken(String tenant, String document, Fault fault) {
        renew(tenant, document, 0);
        fault(
                call -> call.api().family().equals("renew")
                        && new String(call.request().body(), StandardCharsets.UTF_8)
                                .contains("\"" + id(tenant, document) + "\""),
                fault);
    }

    private void fault(Predicate<Incoming> which, Fault fault) {
        bridge.partner().faults().next(which, 1, fault);
    }

    private static Predicate<Incoming> policyOf(String tenant, String document) {
        return call -> call.api() == Api.AUTO_RENEW_ON && call.variables().contains(id(tenant, document));
    }

    private void resource(String tenant, String name) {
        bridge.partner().resource(CUSTOMER, id(tenant, name), draft -> draft);
    }

    private void record(String tenant, Map<String, String> record) {
        records.get(tenant).add(record);
    }

    private Answer answer(String tenant) {
        return tenant.equals("acme-old") ? old : recent;
    }

    private int sent(String tenant, String document) {
        return bridge.partner()
                .journal()
                .calls(call -> call.api().family().equals("renew")
                        && call.bodyText().contains("\"" + id(tenant, document) + "\""))
                .size();
    }

    private static String id(String tenant, String name) {
        return tenant + "-" + name;
    }
}
