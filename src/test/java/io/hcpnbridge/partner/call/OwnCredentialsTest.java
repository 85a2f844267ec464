package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.journal.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many workers, two tenants, many customers, credentials that wear out: every call is made in the name it is meant to be. */
class OwnCredentialsTest {
    private static final String OTHER = "0fake00partner00000000000000000b";
    private static final int CUSTOMERS = 6;
    private static final int CALLS = 240;
    private static final int WORKERS = 12;

    private final StandInPartnerApi partner = new StandInPartnerApi().start();

    @BeforeEach
    void customersOfBoth() {
        partner.partner(OTHER);
        for (String owner : List.of(StandInPartnerApi.PARTNER, OTHER)) {
            for (int i = 0; i < CUSTOMERS; i++) {
                String id = customer(owner.equals(OTHER) ? "other" : "acme", i);
                partner.customerOf(owner, id, customer -> customer);
                partner.iam().authorise(id, "agency");
            }
            partner.iam().user(owner, owner, "api", "password");
        }
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporary-keys", "token"})
    void everyCallIsMadeInItsOwnCustomersName(String access) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try (CallBench bench = bench(access)) {
            Random random = new Random(20_261_124);
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                String tenant = random.nextBoolean() ? "acme" : "other";
                // Now and then a customer of the other tenant is named.
                String id = customer(random.nextInt(10) == 0 ? "acme" : tenant, random.nextInt(CUSTOMERS));
                boolean wearOut = i % 80 == 79;
                calls.add(() -> {
                    if (wearOut) {
                        partner.iam().expireAll();
                    }
                    bench.call(tenant, query(id), Map.of());
                    return null;
                });
            }
            for (Future<Void> done : workers.invokeAll(calls)) {
                done.get();
            }
        } finally {
            workers.shutdownNow();
        }

        assertThat(businessCalls()).hasSizeGreaterThan(CALLS / 2).allSatisfy(call -> assertThat(nameOn(call))
                .isEqualTo(call.target().replaceAll(".*/(c-[a-z]+-\\d+)$", "$1")));
        assertThat(partner.journal()
                        .calls(call -> call.api() == Api.IAM_TEMPORARY_KEYS || call.api() == Api.IAM_TOKENS))
                .as("each customer once, and again each time that all expired; strangers are refused")
                .hasSizeLessThan(2 * (CUSTOMERS + 1) * 5 + CALLS / 10);
    }

    private List<Call> businessCalls() {
        return partner.journal().calls(call -> call.api() == Api.AUTO_RENEW_OFF);
    }

    /** Whose keys or token a call carried. */
    private String nameOn(Call call) {
        return call.accessKey() == null
                ? partner.iam()
                        .token(call.header("X-Auth-Token").orElseThrow())
                        .orElseThrow()
                        .customerId()
                : call.accessKey().replaceAll("AKTEMP-\\d+-", "");
    }

    private static String customer(String tenant, int number) {
        return "c-" + tenant + "-" + number;
    }

    /** A call whose path names its customer. */
    private static PartnerRequest query(String customer) {
        return new PartnerRequest(
                "auto-renew",
                "DELETE",
                List.of("v2", "orders", "subscriptions", "resources", "autorenew", customer),
                Map.of(),
                Map.of(),
                "".getBytes(StandardCharsets.UTF_8),
                Envelope.NEW,
                null,
                Effect.READ,
                false,
                Caller.CUSTOMER,
                customer,
                null,
                Set.of());
    }

    private CallBench bench(String access) {
        var keys = partner.state().partner(OTHER).keys();
        var own = partner.partnerKeys();
        return new CallBench(
                partner.uri().toString(),
                "partner.quotas.auto-renew=1000",
                "partner.quotas.iam-temporary-keys=1000",
                "partner.quotas.iam-customer-token=1000",
                "partner.tenants.acme.access-key=" + own.accessKey(),
                "partner.tenants.acme.secret-key=" + own.secretKey(),
                "partner.tenants.acme.agency-name=agency",
                "partner.tenants.acme.customer-access=" + access,
                "partner.tenants.acme.iam-domain-name=" + StandInPartnerApi.PARTNER,
                "partner.tenants.acme.iam-user=api",
                "partner.tenants.acme.iam-password=password",
                "partner.tenants.other.domain-id=" + OTHER,
                "partner.tenants.other.access-key=" + keys.accessKey(),
                "partner.tenants.other.secret-key=" + keys.secretKey(),
                "partner.tenants.other.agency-name=agency",
                "partner.tenants.other.customer-access=" + access,
                "partner.tenants.other.iam-domain-name=" + OTHER,
                "partner.tenants.other.iam-user=api",
                "partner.tenants.other.iam-password=password");
    }
}
