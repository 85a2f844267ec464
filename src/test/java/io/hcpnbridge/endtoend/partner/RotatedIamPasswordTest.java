package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.MountedSecret;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.journal.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The password of the partner's IAM user changes, with everything that was obtained by it. */
@Tag("slow")
@Tag("rotations")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotatedIamPasswordTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";
    private static final String DOMAIN = "acme-corp";
    private static final String USER = "api";

    private MountedSecret password;
    private RunningBridge bridge;
    private ErpDesk desk;
    private int renewals;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> {
            var partner = surroundings.partner();
            surroundings.authorisingCustomer(CUSTOMER);
            IntStream.range(0, 20).forEach(n -> partner.resource(CUSTOMER, "r" + n, resource -> resource));
            partner.iam().user(StandInPartnerApi.PARTNER, DOMAIN, USER, "first password");
            var tenant = "partner.tenants." + Surroundings.TENANT + ".";
            surroundings.set(tenant + "customer-access", "token");
            surroundings.set(tenant + "iam-domain-name", DOMAIN).set(tenant + "iam-user", USER);
            password = surroundings.mount(tenant + "iam-password", tenant + "iam-password-file", "first password\n");
            surroundings.set("work.credential-pause", "1h");
        });
        desk = new ErpDesk(bridge);
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void whatWaitsForTheNewPasswordGoesOnAndOldTokensAreNotUsed() {
        assertThat(desk.await(renew()).outcome("R0")).isEqualTo("OK");

        bridge.partner().iam().changePassword(DOMAIN, USER, "second password");
        var waiting = renew();
        Awaitility.await().atMost(PATIENCE).until(() -> rests() == 1);
        password.update(Map.of("value", "second password\n"));
        assertThat(desk.await(waiting).outcome("R1")).isEqualTo("OK");
        assertThat(bridge.partner().journal().placedRenewals("r1")).isEqualTo(1);
        assertThat(rests()).isZero();

        bridge.partner().iam().user(StandInPartnerApi.PARTNER, DOMAIN, USER, "third password");
        password.update(Map.of("value", "third password\n"));
        Awaitility.await().atMost(PATIENCE).until(() -> {
            var number = renewals;
            assertThat(desk.await(renew()).outcome("R" + number)).isEqualTo("OK");
            return questions().stream().anyMatch(call -> call.bodyText().contains("third password"));
        });
        assertThat(questions())
                .extracting(Call::status)
                .filteredOn(status -> status == 401)
                .hasSizeLessThanOrEqualTo(2);
    }

    private ErpDesk.Dropped renew() {
        var number = renewals++;
        return desk.drop(
                Surroundings.TENANT, "orders.renew", List.of(ErpDesk.renewal("R" + number, CUSTOMER, 0, "r" + number)));
    }

    private List<Call> questions() {
        return bridge.partner().journal().calls(Api.IAM_TOKENS);
    }

    private int rests() {
        return bridge.ledger()
                .sql("select count(*) from pause where scope = 'credential:iam'")
                .query(Integer.class)
                .single();
    }
}
