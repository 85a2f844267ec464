package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Renewals on the new endpoints of five resources each; the calls that set what happens at expiry meet trouble at the third resource. A
 * certain renewal is never in doubt, and the answer names precisely the resources without their policy.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoliciesOfRenewalsTest {
    private static final int RESOURCES = 5;
    private static final int OTHER = 9;
    private static final String CUSTOMER = "c-known";
    private static final Fault REFUSED = Fault.error(401, "APIGW.0301", "Incorrect IAM authentication information");

    private final List<Map<String, String>> records = new ArrayList<>();
    private RunningBridge bridge;
    private ErpDesk desk;
    private Answer answer;

    /** What the calls meet. */
    enum Trouble {
        BROKEN(Fault.error(500, "CBC.0999", "Other errors."), "CBC.0999"),
        RESET(Fault.resetAfter(), "BRIDGE.CONNECTION_LOST"),
        SILENT(Fault.timeoutAfter(), "BRIDGE.TIMEOUT"),
        HTML(Fault.html200().afterTaken(), null),
        LOST(Fault.resetBefore(), "BRIDGE.CONNECTION_LOST"),
        TOO_FAST(Fault.error(429, "APIGW.0308", "The throttling threshold has been reached"), "APIGW.0308"),
        NO_KEY(REFUSED, "APIGW.0301");

        private final Fault fault;
        private final String code;

        Trouble(Fault fault, String code) {
            this.fault = fault;
            this.code = code;
        }
    }

    @BeforeAll
    void renewAllInABatchOfEachPolicy() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.knowCustomer(CUSTOMER);
            surroundings.set("partner.orders.generation", "new");
            surroundings.set("partner.response-timeout", "3s");
            surroundings.set("work.follow-up-time", "10s");
            surroundings.set("work.throttle-pause-longest", "500ms");
            for (var api : List.of(
                    "renew-resources",
                    "enable-auto-renew",
                    "disable-auto-renew",
                    "set-to-on-demand",
                    "query-resources")) {
                surroundings.set("partner.quotas." + api + "-new", "200");
            }
            for (var mode : List.of(0, 1, 3)) {
                for (var trouble : Trouble.values()) {
                    prepare(surroundings, document(trouble, mode, "ONCE"), mode, trouble, 1);
                    prepare(surroundings, document(trouble, mode, "EVER"), mode, trouble, Integer.MAX_VALUE);
                }
            }
        });
        desk = new ErpDesk(bridge);
        answer = new Answer(Stream.of("0", "1", "3")
                .map(mode -> records.stream()
                        .filter(record -> record.get("expireMode").equals(mode))
                        .toList())
                .flatMap(ofMode -> desk.ask(Surroundings.TENANT, "orders.renew", ofMode).lines().stream())
                .toList());
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatPassesIsRepeatedUntilAllPoliciesAreSet(Trouble trouble) {
        for (var mode : List.of(0, 1, 3)) {
            var document = document(trouble, mode, "ONCE");
            assertThat(answer.outcome(document)).as(document).isEqualTo("OK");
            assertThat(answer.of("failed", document)).as(document).isEmpty();
            assertThat(policies(document)).as(document).containsOnly(mode);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "SILENT", "HTML"})
    void whatWasSetUnheardIsSeenAtALookAndNotTold(Trouble trouble) {
        for (var mode : List.of(0, 1, 3)) {
            var document = document(trouble, mode, "EVER");
            assertThat(answer.column("failed", document, "resourceId"))
                    .as(document)
                    .doesNotContain(resource(document, 3));
            assertThat(policies(document).subList(0, 3)).containsOnly(mode);
        }
        for (var mode : trouble == Trouble.SILENT ? List.of(1) : List.of(0, 1, 3)) {
            assertThat(answer.outcome(document(trouble, mode, "EVER"))).isEqualTo("OK");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "LOST"})
    void whatStaysIsToldOfThatResourceAloneAndTheOthersGoOn(Trouble trouble) {
        for (var mode : List.of(0, 3)) {
            var document = document(trouble, mode, "EVER");
            assertThat(answer.outcome(document)).as(document).isEqualTo("PARTIAL " + trouble.code);
            assertThat(answer.column("failed", document, "resourceId")).containsExactly(resource(document, 3));
            assertThat(answer.column("failed", document, "stage")).containsOnly("POLICY");
            assertThat(answer.column("failed", document, "code")).containsOnly(trouble.code);
            assertThat(answer.text(document)).contains(resource(document, 3));
            assertThat(others(document)).as(document).containsOnly(mode);
            assertThat(calls(document, 3)).as(document).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "LOST", "TOO_FAST", "NO_KEY"})
    void oneCallForAllThatStaysBrokenIsToldOfEachResource(Trouble trouble) {
        var document = document(trouble, 1, "EVER");
        assertThat(answer.outcome(document)).isEqualTo("PARTIAL " + trouble.code);
        assertThat(answer.column("failed", document, "resourceId"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, RESOURCES)
                        .mapToObj(n -> resource(document, n))
                        .toList());
        assertThat(answer.column("failed", document, "stage")).containsOnly("POLICY");
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_FAST", "NO_KEY"})
    void whatWouldKeepTheOthersWaitingTooIsToldOfAllThatAreLeft(Trouble trouble) {
        for (var mode : List.of(0, 3)) {
            var document = document(trouble, mode, "EVER");
            assertThat(answer.outcome(document)).as(document).isEqualTo("PARTIAL " + trouble.code);
            assertThat(answer.column("failed", document, "resourceId"))
                    .as(document)
                    .containsExactlyElementsOf(IntStream.rangeClosed(3, RESOURCES)
                            .mapToObj(n -> resource(document, n))
                            .toList());
            assertThat(policies(document).subList(0, 2)).containsOnly(mode);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aPartnerThatStaysSilentHoldsNothingUpForLong(int mode) {
        var document = document(Trouble.SILENT, mode, "EVER");
        assertThat(answer.outcome(document)).isIn("OK", "PARTIAL BRIDGE.TIMEOUT");
        assertThat(calls(document, 3)).isLessThanOrEqualTo(3);
    }

    @Test
    void aPartnerThatGoesAwayAfterTheRenewalIsNotAwaitedForLong() {
        var document = "GONE";
        var resources = resources(bridge.surroundings(), CUSTOMER, document, 3);
        var heard = new AtomicBoolean();
        bridge.partner()
                .faults()
                .always(
                        call -> call.api() == Api.AUTO_RENEW_ON && heard.compareAndSet(false, true),
                        Fault.delay(Duration.ofSeconds(2)));
        var dropped = desk.drop(
                Surroundings.TENANT,
                "orders.renew",
                List.of(ErpDesk.renewal(document, CUSTOMER, 3, resources.toArray(String[]::new))));
        await().until(() -> bridge.partner().journal().placedRenewals(resources.get(0)) == 1);
        await("the first policy is being set").untilTrue(heard);
        var port = bridge.partner().uri().getPort();
        bridge.partner().close();

        var alone = desk.await(dropped);
        bridge.partner().start(port);

        assertThat(alone.outcome(document)).startsWith("PARTIAL BRIDGE.CONNECTION_");
        assertThat(alone.of("renewal", document)).hasSize(1);
        assertThat(alone.column("failed", document, "resourceId"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(resources.subList(
                        RESOURCES - alone.of("failed", document).size(), RESOURCES));
        assertThat(alone.column("failed", document, "stage")).containsOnlyOnce("UNKNOWN");
    }

    @Test
    void everyRenewalIsCertainAndPlacedOnce() {
        assertThat(records).allSatisfy(record -> {
            var document = record.get("document");
            assertThat(answer.outcome(document)).doesNotStartWith("IN_DOUBT");
            assertThat(answer.of("renewal", document)).hasSize(1);
            for (int n = 1; n <= RESOURCES; n++) {
                assertThat(bridge.partner().journal().placedRenewals(resource(document, n)))
                        .isEqualTo(1);
            }
        });
    }

    private void prepare(Surroundings surroundings, String document, int mode, Trouble trouble, int times) {
        var customer = "c-" + document.toLowerCase(Locale.ROOT);
        surroundings.knowCustomer(customer);
        var resources = resources(surroundings, customer, document, mode);
        surroundings.partner().faults().next(call -> setsPolicy(call, resource(document, 3)), times, trouble.fault);
        records.add(ErpDesk.renewal(document, customer, mode, resources.toArray(String[]::new)));
    }

    private static List<String> resources(Surroundings surroundings, String customer, String document, int mode) {
        var resources = IntStream.rangeClosed(1, RESOURCES)
                .mapToObj(n -> resource(document, n))
                .toList();
        resources.forEach(id ->
                surroundings.partner().resource(customer, id, draft -> draft.expirePolicy(mode == 0 ? 3 : OTHER)));
        return resources;
    }

    private static boolean setsPolicy(Incoming call, String resource) {
        return call.api().family().equals("expiry")
                && (call.variables().contains(resource)
                        || new String(call.request().body(), StandardCharsets.UTF_8).contains("\"" + resource + "\""));
    }

    private static String document(Trouble trouble, int mode, String times) {
        return trouble.name().replace("_", "") + mode + times;
    }

    private static String resource(String document, int number) {
        return document + "-r" + number;
    }

    private List<Integer> policies(String document) {
        return IntStream.rangeClosed(1, RESOURCES)
                .mapToObj(n -> policy(document, n))
                .toList();
    }

    private List<Integer> others(String document) {
        return IntStream.rangeClosed(1, RESOURCES)
                .filter(n -> n != 3)
                .mapToObj(n -> policy(document, n))
                .toList();
    }

    private int policy(String document, int number) {
        return bridge.partner()
                .state()
                .resource(resource(document, number))
                .orElseThrow()
                .expirePolicy();
    }

    private int calls(String document, int number) {
        return bridge.partner()
                .journal()
                .calls(call -> call.api().family().equals("expiry")
                        && call.target().endsWith("/" + resource(document, number)))
                .size();
    }
}
