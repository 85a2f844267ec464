package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.journal.Call;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A tenant that works with tokens: one of its IAM user, got by password, and with it one of each customer. */
@Tag("slow")
@Tag("rotations")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerTokensTest {
    private static final String LOCKED_OUT = "locked-out";
    private static final String LOCKED_OUT_PARTNER = "0fake00partner00000000000000000b";
    private static final String AGENCY = "bridge-agency";
    private static final String CUSTOMER = "c-token-1";
    private static final String OTHER = "c-token-2";

    private RunningBridge bridge;
    private ErpDesk desk;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(this::prepare);
        desk = new ErpDesk(bridge);
    }

    private void prepare(Surroundings surroundings) {
        var partner = surroundings.partner();
        // Long enough that on a busy machine a record does not come only when the rest is over already, and asks once
        // more.
        surroundings.set("work.credential-pause", "1s");
        partner.partner(LOCKED_OUT_PARTNER);
        surroundings.tenant(LOCKED_OUT, LOCKED_OUT_PARTNER);
        byToken(surroundings, Surroundings.TENANT, "right password");
        byToken(surroundings, LOCKED_OUT, "wrong password");
        partner.iam().user(LOCKED_OUT_PARTNER, "locked-out-corp", "api", "p");
        partner.iam().user(StandInPartnerApi.PARTNER, "acme-corp", "api", "right password");
        for (var customer : List.of(CUSTOMER, OTHER)) {
            partner.customer(customer);
            partner.iam().authorise(customer, AGENCY);
            IntStream.range(0, 8).forEach(n -> partner.resource(customer, customer + "-r" + n, resource -> resource));
        }
        IntStream.range(0, 8).forEach(n -> {
            partner.customerOf(LOCKED_OUT_PARTNER, "c-out-" + n, customer -> customer);
            partner.iam().authorise("c-out-" + n, AGENCY);
            partner.resource("c-out-" + n, "c-out-" + n + "-r0", resource -> resource);
        });
    }

    private static void byToken(Surroundings surroundings, String tenant, String password) {
        var prefix = "partner.tenants." + tenant + ".";
        surroundings.set(prefix + "customer-access", "token");
        surroundings.set(prefix + "agency-name", AGENCY);
        surroundings.set(prefix + "iam-domain-name", tenant + "-corp");
        surroundings.set(prefix + "iam-user", "api");
        surroundings.set(prefix + "iam-password", password);
    }

    @AfterEach
    void asBefore() {
        bridge.partner().journal().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void callsCarryTheCustomersTokenAndNoSignature() {
        assertThat(renew("TOK-1", CUSTOMER, 0)).isEqualTo("OK");
        assertThat(renew("TOK-2", OTHER, 0)).isEqualTo("OK");
        assertThat(renew("TOK-3", CUSTOMER, 1)).isEqualTo("OK");

        var renewals = bridge.partner().journal().calls(Api.NEW_RENEW);
        assertThat(renewals).hasSize(3).allSatisfy(call -> {
            assertThat(call.header("Authorization")).isEmpty();
            assertThat(call.header("X-Sdk-Date")).isEmpty();
        });
        assertThat(token(renewals.get(0))).isEqualTo(token(renewals.get(2))).isNotEqualTo(token(renewals.get(1)));
        assertThat(bridge.partner().journal().calls(Api.IAM_TOKENS))
                .extracting(CustomerTokensTest::kind)
                .filteredOn("customer"::equals)
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void expiredTokensOfCustomerAndPartnerAreReplacedOnce() {
        assertThat(renew("OLD-1", CUSTOMER, 2)).isEqualTo("OK");
        bridge.partner().iam().expireAll();
        bridge.partner().journal().clear();

        assertThat(renew("OLD-2", CUSTOMER, 3)).isEqualTo("OK");

        assertThat(bridge.partner().journal().calls())
                .extracting(call -> call.api() + " " + call.status())
                .startsWith("NEW_RENEW 401", "IAM_TOKENS 401", "IAM_TOKENS 201", "IAM_TOKENS 201", "NEW_RENEW 200");
        assertThat(bridge.partner().journal().placedRenewals(CUSTOMER + "-r3")).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsNotTriedUntilTheUserIsLocked() {
        var answer = desk.ask(
                LOCKED_OUT,
                "orders.renew",
                IntStream.range(0, 8)
                        .mapToObj(n -> ErpDesk.renewal("OUT" + n, "c-out-" + n, 0, "c-out-" + n + "-r0"))
                        .toList());

        assertThat(IntStream.range(0, 8).mapToObj(n -> answer.outcome("OUT" + n)))
                .containsOnly("FAILED IAM.401");
        assertThat(bridge.partner().journal().calls(Api.IAM_TOKENS)).hasSizeLessThan(5);
    }

    private String renew(String document, String customer, int resource) {
        return desk.ask(
                        Surroundings.TENANT,
                        "orders.renew",
                        ErpDesk.renewal(document, customer, 0, customer + "-r" + resource))
                .outcome(document);
    }

    private static String token(Call call) {
        return call.header("X-Auth-Token").orElseThrow();
    }

    private static String kind(Call call) {
        return call.bodyText().contains("assume_role") ? "customer" : "partner";
    }
}
