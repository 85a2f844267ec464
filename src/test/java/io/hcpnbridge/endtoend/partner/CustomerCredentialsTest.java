package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.journal.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Renewals of customers whose keys nobody configured: IAM gives temporary keys, if the customer has authorised the partner. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerCredentialsTest {
    private static final String CONFIGURED = "c0ffee0000000000000000000000001";

    private RunningBridge bridge;
    private ErpDesk desk;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(
                surroundings -> surroundings.knowCustomer(CONFIGURED).set("work.route-pause", "300ms"));
        desk = new ErpDesk(bridge);
    }

    @AfterEach
    void asBefore() {
        bridge.partner().faults().clear();
        bridge.partner().iam().lifetime(null);
        bridge.partner().journal().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void aRenewalWorksWithTemporaryKeysAndTheNextOnesUseThemAgain() {
        customer("c-many", 12);

        var answer = desk.ask(Surroundings.TENANT, "orders.renew", renewals("MANY", "c-many", 12));

        assertThat(outcomes(answer, "MANY", 12)).containsOnly("OK");
        assertThat(calls(Api.IAM_TEMPORARY_KEYS)).as("all workers share one").hasSize(1);
        assertThat(renewCalls()).hasSize(12).allSatisfy(call -> {
            assertThat(call.accessKey()).startsWith("AKTEMP-").endsWith("c-many");
            assertThat(call.header("X-Security-Token")).isPresent();
        });
    }

    @Test
    void configuredKeysGoBeforeThoseFromIam() {
        bridge.partner().iam().authorise(CONFIGURED, Surroundings.PLATFORM);
        bridge.partner().resource(CONFIGURED, "r-configured", resource -> resource);

        var answer =
                desk.ask(Surroundings.TENANT, "orders.renew", ErpDesk.renewal("CONF", CONFIGURED, 0, "r-configured"));

        assertThat(answer.outcome("CONF")).isEqualTo("OK");
        assertThat(calls(Api.IAM_TEMPORARY_KEYS)).isEmpty();
    }

    @Test
    void aCustomerWhoHasNotAuthorisedThePartnerIsRefusedInWordsAClerkUnderstands() {
        bridge.partner().customer("c-shy");
        bridge.partner().resource("c-shy", "r-shy", resource -> resource);

        var answer = desk.ask(Surroundings.TENANT, "orders.renew", ErpDesk.renewal("SHY", "c-shy", 0, "r-shy"));

        assertThat(answer.outcome("SHY")).isEqualTo("REFUSED BRIDGE.NOT_AUTHORISED");
        assertThat(answer.text("SHY").replace(" ", "")).contains("hasnotauthorisedthepartner", "IAM.403");
        assertThat(renewCalls()).isEmpty();
        assertThat(calls(Api.IAM_TEMPORARY_KEYS)).hasSize(1);
        assertThat(attempts("SHY")).isZero();

        bridge.partner().iam().authorise("c-shy", Surroundings.PLATFORM);
        assertThat(desk.ask(Surroundings.TENANT, "orders.renew", ErpDesk.renewal("BOLD", "c-shy", 0, "r-shy"))
                        .outcome("BOLD"))
                .isEqualTo("OK");
    }

    @Test
    void keysThatExpireInTheMiddleOfABatchAreReplacedOnceAndNothingIsRenewedTwice() {
        customer("c-expires", 16);
        afterTheThirdRenewal(() -> bridge.partner().iam().expireAll());

        var answer = desk.ask(Surroundings.TENANT, "orders.renew", renewals("EXP", "c-expires", 16));

        assertThat(outcomes(answer, "EXP", 16)).containsOnly("OK");
        assertThat(calls(Api.IAM_TEMPORARY_KEYS)).as("before and after").hasSize(2);
        assertThat(IntStream.range(0, 16).map(n -> bridge.partner().journal().placedRenewals("c-expires-r" + n)))
                .containsOnly(1);
        assertThat(pauses("credential:customer:c-expires")).isZero();
    }

    @Test
    void anAgencyRevokedInTheMiddleOfABatchRefusesTheRestOfIt() {
        customer("c-revokes", 24);
        afterTheThirdRenewal(() -> bridge.partner().iam().revoke("c-revokes"));

        var answer = desk.ask(Surroundings.TENANT, "orders.renew", renewals("REV", "c-revokes", 24));

        assertThat(outcomes(answer, "REV", 24))
                .as("what is renewed and has no policy is told as such")
                .contains("PARTIAL BRIDGE.NOT_AUTHORISED", "REFUSED BRIDGE.NOT_AUTHORISED")
                .isSubsetOf("OK", "PARTIAL BRIDGE.NOT_AUTHORISED", "REFUSED BRIDGE.NOT_AUTHORISED");
        assertThat(IntStream.range(0, 24))
                .allSatisfy(n -> assertThat(bridge.partner().journal().placedRenewals("c-revokes-r" + n))
                        .isEqualTo(answer.outcome("REV" + n).startsWith("REFUSED") ? 0 : 1));
    }

    @Test
    void keysThatLiveShorterThanTheCallsBetweenAreAskedForAgain() {
        customer("c-short", 3);
        bridge.partner().iam().lifetime(Duration.ofMillis(1));

        var first = renewOne("SHORT0", "c-short", 0);

        assertThat(first).isEqualTo("FAILED APIGW.0301");
        assertThat(calls(Api.IAM_TEMPORARY_KEYS)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aTechnicalFailureOfIamIsTriedAgainAndLeavesNoRenewalInDoubt() {
        customer("c-hiccup", 2);
        bridge.partner()
                .faults()
                .next(Api.IAM_TEMPORARY_KEYS, 1, Fault.status(503, "{}"))
                .next(Api.IAM_TEMPORARY_KEYS, 1, Fault.resetAfter());

        assertThat(renewOne("HICCUP", "c-hiccup", 0)).isEqualTo("OK");

        bridge.partner().iam().expireAll();
        bridge.partner().faults().next(call -> call.api().family().equals("iam"), 50, Fault.status(500, "{}"));
        assertThat(renewOne("DOWN", "c-hiccup", 1)).startsWith("FAILED ");
        assertThat(bridge.partner().journal().placedRenewals("c-hiccup-r1")).isZero();
    }

    @Test
    void aThrottlingIamSlowsTheLaneDownAndNobodyIsTold() {
        customer("c-busy", 1);
        bridge.partner()
                .faults()
                .next(Api.IAM_TEMPORARY_KEYS, 2, Fault.status(429, "{\"error\":{\"code\":429,\"message\":\"slow\"}}"));

        assertThat(renewOne("BUSY", "c-busy", 0)).isEqualTo("OK");
    }

    @Test
    void iamRefusingThePartnersOwnKeysIsAskedAFewTimesOnlyHoweverManyCustomersWait() {
        var customers = IntStream.range(0, 20).mapToObj(n -> "c-locked-" + n).toList();
        customers.forEach(id -> customer(id, 1));
        bridge.partner()
                .faults()
                .always(
                        call -> call.api().family().equals("iam"),
                        Fault.status(401, "{\"error\":{\"code\":401,\"message\":\"no\",\"title\":\"Unauthorized\"}}"));

        var answer = desk.ask(
                Surroundings.TENANT,
                "orders.renew",
                customers.stream()
                        .map(id -> ErpDesk.renewal(id, id, 0, id + "-r0"))
                        .toList());

        assertThat(customers.stream().map(answer::outcome)).containsOnly("FAILED IAM.401");
        assertThat(calls(Api.IAM_TEMPORARY_KEYS)).hasSizeLessThanOrEqualTo(5);
        assertThat(renewCalls()).isEmpty();

        bridge.partner().faults().clear();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> restOver("credential:iam"));
        bridge.partner().iam().authorise("c-locked-0", Surroundings.PLATFORM);
        assertThat(renewOne("UNLOCKED", "c-locked-0", 0)).isEqualTo("OK");
        assertThat(pauses("credential:iam")).isZero();
    }

    @Test
    void aRecordWaitsWhileTheRouteToIamIsStopped() throws Exception {
        customer("c-held", 1);
        var routes = bridge.bridge().bean(CamelContext.class).getRouteController();
        routes.stopRoute("call-iam");
        var dropped = desk.drop(
                Surroundings.TENANT, "orders.renew", List.of(ErpDesk.renewal("HELD", "c-held", 0, "c-held-r0")));
        Awaitility.await().until(() -> due("HELD"));
        routes.startRoute("call-iam");

        assertThat(desk.await(dropped).outcome("HELD")).isEqualTo("OK");
    }

    private boolean due(String document) {
        return bridge.ledger()
                        .sql("select count(*) from record where document = ? and state = 'DUE'"
                                + " and due_at > now() + interval '50 milliseconds'")
                        .param(document)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private void customer(String id, int resources) {
        bridge.surroundings().authorisingCustomer(id);
        IntStream.range(0, resources).forEach(n -> bridge.partner().resource(id, id + "-r" + n, resource -> resource));
    }

    /** When it is placed and before it is answered. */
    private void afterTheThirdRenewal(Runnable change) {
        bridge.partner().faults().after(2, call -> call.api().family().equals("renew"), 1, Fault.altered(body -> {
            change.run();
            return body;
        }));
    }

    private String renewOne(String document, String customer, int resource) {
        return desk.ask(
                        Surroundings.TENANT,
                        "orders.renew",
                        ErpDesk.renewal(document, customer, 0, customer + "-r" + resource))
                .outcome(document);
    }

    private static List<Map<String, String>> renewals(String prefix, String customer, int count) {
        return renewals(prefix, customer, 0, count);
    }

    private static List<Map<String, String>> renewals(String prefix, String customer, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> ErpDesk.renewal(prefix + n, customer, 0, customer + "-r" + n))
                .toList();
    }

    private static List<String> outcomes(Answer answer, String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> answer.outcome(prefix + n))
                .toList();
    }

    private List<Call> calls(Api api) {
        return bridge.partner().journal().calls(api);
    }

    private List<Call> renewCalls() {
        return bridge.partner().journal().calls(call -> call.api().family().equals("renew"));
    }

    private int attempts(String document) {
        return bridge.ledger()
                .sql("select count(*) from attempt join record on record.id = attempt.record_id where document = ?")
                .param(document)
                .query(Integer.class)
                .single();
    }

    private int pauses(String scope) {
        return bridge.ledger()
                .sql("select count(*) from pause where scope = ?")
                .param(scope)
                .query(Integer.class)
                .single();
    }

    private boolean restOver(String scope) {
        return bridge.ledger()
                        .sql("select count(*) from pause where scope = ? and until > now()")
                        .param(scope)
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
