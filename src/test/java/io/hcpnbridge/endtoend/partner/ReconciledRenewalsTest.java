package io.hcpnbridge.endtoend.partner;

import static io.hcpnbridge.endtoend.partner.ErpDesk.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.Doubt;
import io.hcpnbridge.ledger.DoubtLedger;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.OrderFilter;
import io.hcpnbridge.standin.state.RenewalRequest;
import io.hcpnbridge.standin.state.Term;
import io.hcpnbridge.standin.state.TimeRange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of a renewal whose answer never came is found out by the partner's reads; the ERP hears of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciledRenewalsTest {
    private static final String CUSTOMER = "c0ffee0000000000000000000000009";
    private static final List<String> TENANTS = List.of("acme-old", "acme-new", "careful");

    private RunningBridge bridge;
    private ErpDesk desk;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.partner().customer(CUSTOMER);
            for (var tenant : TENANTS) {
                surroundings.tenant(tenant, StandInPartnerApi.PARTNER);
                surroundings.knowCustomer(tenant, CUSTOMER);
                surroundings.set(
                        "partner.tenants." + tenant + ".orders-generation", tenant.equals("acme-old") ? "old" : "new");
            }
            surroundings.set("partner.response-timeout", "1s");
            // Longer than a question takes on a busy machine, and shorter than a proof that nothing was placed.
            surroundings.set("answer.await-doubts", "2s");
            surroundings.set("doubts.poll-interval", "100");
            surroundings.set("doubts.first-pause", "200ms");
            surroundings.set("doubts.longest-pause", "300ms");
            surroundings.set("doubts.settle-time", "3s");
            surroundings.set("doubts.patience", "8s");
            surroundings.set("doubts.never-repeat", "careful/orders.renew");
        });
        desk = new ErpDesk(bridge);
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-old", "acme-new"})
    void aRenewalThatWasPlacedIsAnsweredAsIfTheAnswerHadCome(String tenant) {
        var dropped = renew(tenant, "PLACED", 0, Fault.resetAfter());

        var answer = desk.await(dropped);

        assertThat(answer.outcome("PLACED")).isEqualTo("OK");
        assertThat(answer.column("renewal", "PLACED", "orderId")).containsExactly(order(tenant, "PLACED"));
        assertThat(sent(tenant, "PLACED")).isEqualTo(1);
        assertThat(placed(tenant, "PLACED")).isEqualTo(1);
    }

    @Test
    void whatFollowsAPlacedRenewalIsDone() {
        var answer = desk.await(renew("acme-new", "FOLLOWED", 3, Fault.timeoutAfter()));

        assertThat(answer.outcome("FOLLOWED")).isEqualTo("OK");
        assertThat(bridge.partner()
                        .state()
                        .resource(id("acme-new", "FOLLOWED"))
                        .orElseThrow()
                        .expirePolicy())
                .isEqualTo(3);
        assertThat(placed("acme-new", "FOLLOWED")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-old", "acme-new"})
    void aRenewalThatIsProvenNotToHaveBeenPlacedIsSentOnceMoreAndTheErpHearsOfIt(String tenant) {
        var dropped = renew(tenant, "LOST", 0, Fault.resetBefore());

        assertThat(desk.await(dropped).outcome("LOST")).isEqualTo("IN_DOUBT BRIDGE.CONNECTION_LOST");
        var last = desk.awaitFinal(dropped);

        assertThat(last.outcome("LOST")).isEqualTo("OK");
        assertThat(last.column("renewal", "LOST", "orderId")).containsExactly(order(tenant, "LOST"));
        assertThat(sent(tenant, "LOST")).isEqualTo(2);
        assertThat(placed(tenant, "LOST")).isEqualTo(1);
    }

    @Test
    void whereNothingMayBeSentAgainTheErpIsToldThatNothingWasDone() {
        var dropped = renew("careful", "LOST", 0, Fault.resetBefore());

        var last = desk.awaitFinal(dropped);

        assertThat(last.outcome("LOST")).isEqualTo("FAILED BRIDGE.NOT_PLACED");
        assertThat(last.text("LOST")).contains("Proven not to have been carried out, and not sent again");
        assertThat(sent("careful", "LOST")).isEqualTo(1);
    }

    @Test
    void nothingIsSentAgainMoreOftenThanAllowed() {
        var dropped = renew("acme-new", "LOST-TWICE", 0, Fault.resetBefore(), Fault.resetBefore());

        assertThat(desk.awaitFinal(dropped).outcome("LOST-TWICE")).isEqualTo("FAILED BRIDGE.NOT_PLACED");
        assertThat(sent("acme-new", "LOST-TWICE")).isEqualTo(2);
        assertThat(placed("acme-new", "LOST-TWICE")).isZero();
    }

    @Test
    void anOrderThatAnswersAnotherDocumentIsNoEvidence() {
        var resource = resource("acme-new", "SHARED");
        desk.ask("acme-new", "orders.renew", renewal("FIRST", CUSTOMER, 0, resource));
        fault(resource, Fault.resetBefore());

        var dropped = desk.drop("acme-new", "orders.renew", List.of(renewal("SECOND", CUSTOMER, 0, resource)));

        awaitLeftToPerson("SECOND", "What was found came of document FIRST");
        assertThat(desk.await(dropped).outcome("SECOND")).isEqualTo("IN_DOUBT BRIDGE.CONNECTION_LOST");
        assertThat(sent("acme-new", "SHARED")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-old", "acme-new"})
    void anOrderOfSomeOfTheResourcesProvesNothingOfTheOthers(String tenant) {
        var resource = resource(tenant, "HALF-1");
        var other = resource(tenant, "HALF-2");
        fault(resource, Fault.resetBefore());
        bridge.partner()
                .state()
                .renew(new RenewalRequest(CUSTOMER, List.of(resource), new Term(2, 1), true, null, false));

        desk.drop(tenant, "orders.renew", List.of(renewal("HALF-" + tenant, CUSTOMER, 0, resource, other)));

        awaitLeftToPerson("HALF-" + tenant, other + " is in none of that time");
    }

    @Test
    void whatSomebodyRenewsByHandAtThatTimeForAnotherPeriodIsNoProof() {
        var resource = resource("acme-new", "BY-HAND");
        fault(resource, Fault.resetBefore());
        bridge.partner()
                .state()
                .renew(new RenewalRequest(CUSTOMER, List.of(resource), new Term(3, 1), true, null, false));

        desk.drop("acme-new", "orders.renew", List.of(renewal("BY-HAND", CUSTOMER, 0, resource)));

        awaitLeftToPerson("BY-HAND", "has these resources, but for another period: 1 of type 3");
        assertThat(sent("acme-new", "BY-HAND")).isEqualTo(1);
    }

    @Test
    void whatTheReadsDoNotTellIsDecidedByAPersonAndGoesTheSameWay() {
        var resource = resource("acme-new", "DECIDED");
        desk.ask("acme-new", "orders.renew", renewal("EARLIER", CUSTOMER, 0, resource));
        fault(resource, Fault.resetBefore());
        var dropped = desk.drop("acme-new", "orders.renew", List.of(renewal("DECIDED", CUSTOMER, 3, resource)));
        awaitLeftToPerson("DECIDED", "EARLIER");
        var ledger = bridge.bridge().bean(DoubtLedger.class);
        var decision = new Doubt.Decision(
                Doubt.Verdict.PLACED, ExactJson.read("{\"order_ids\": [\"CS-TOLD\"]}"), "li", "asked Huawei's desk");

        assertThat(ledger.decide("acme-new", "orders.renew", "DECIDED", decision))
                .isTrue();

        var last = Awaitility.await().until(() -> fetched(dropped), answer -> !answer.outcome("DECIDED")
                .startsWith("IN_DOUBT"));
        assertThat(last.outcome("DECIDED")).isEqualTo("OK");
        assertThat(last.column("renewal", "DECIDED", "orderId")).containsExactly("CS-TOLD");
        assertThat(ledger.decide("acme-new", "orders.renew", "DECIDED", decision))
                .as("decided once")
                .isFalse();
    }

    /** If the first answer was there before the doubt was left to a person, another one says that before the decision. */
    private Answer fetched(ErpDesk.Dropped dropped) {
        var answer = desk.awaitFinal(dropped);
        bridge.erp().delete("outbound/orders.renew/" + dropped.file() + ".answer.final");
        return answer;
    }

    private void awaitLeftToPerson(String document, String evidence) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(bridge.ledger()
                        .sql(
                                """
                                select evidence from doubt join record on record.id = record_id
                                where document = ? and left_at is not null and closed_at is null
                                """)
                        .param(document)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(evidence));
    }

    private ErpDesk.Dropped renew(String tenant, String document, int expireMode, Fault... faults) {
        var resource = resource(tenant, document);
        for (var fault : faults) {
            fault(resource, fault);
        }
        return desk.drop(tenant, "orders.renew", List.of(renewal(document, CUSTOMER, expireMode, resource)));
    }

    private void fault(String resource, Fault fault) {
        bridge.partner()
                .faults()
                .next(
                        call -> call.api().family().equals("renew")
                                && new String(call.request().body(), StandardCharsets.UTF_8)
                                        .contains("\"" + resource + "\""),
                        1,
                        fault);
    }

    private String resource(String tenant, String name) {
        bridge.partner().resource(CUSTOMER, id(tenant, name), draft -> draft);
        return id(tenant, name);
    }

    private int sent(String tenant, String name) {
        return bridge.partner()
                .journal()
                .calls(call ->
                        call.api().family().equals("renew") && call.bodyText().contains("\"" + id(tenant, name) + "\""))
                .size();
    }

    private int placed(String tenant, String name) {
        return bridge.partner().state().placedRenewals(id(tenant, name));
    }

    private String order(String tenant, String name) {
        var customers = Set.of(CUSTOMER);
        var any = new TimeRange(null, null);
        return bridge
                .partner()
                .state()
                .orders(new OrderFilter(customers, null, null, null, null, null, any, any))
                .stream()
                .filter(order -> order.resources().contains(id(tenant, name)))
                .map(Order::id)
                .findFirst()
                .orElseThrow();
    }

    private static String id(String tenant, String name) {
        return tenant + "-" + name;
    }
}
