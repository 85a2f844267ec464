package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.MountedSecret;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.journal.Call;
import io.hcpnbridge.standin.state.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Keys change at the partner and in the mounted secret while the adapter runs; a rest would last an hour. */
@Tag("slow")
@Tag("rotations")
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotatedKeysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OWN_KEYS = "c0ffee0000000000000000000000001";
    private static final String BY_IAM = "c0ffee0000000000000000000000002";

    private MountedSecret partnerKeys;
    private MountedSecret customerKeys;
    private RunningBridge bridge;
    private ErpDesk desk;
    private int generation;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> {
            var partner = surroundings.partner();
            surroundings.knowCustomer(OWN_KEYS).authorisingCustomer(BY_IAM);
            IntStream.range(0, 5).forEach(n -> {
                partner.resource(OWN_KEYS, "own-" + n, resource -> resource);
                partner.resource(BY_IAM, "iam-" + n, resource -> resource);
            });
            partner.order(OWN_KEYS, order -> order.id("CS-1"));
            var tenant = "partner.tenants." + Surroundings.TENANT + ".";
            partnerKeys = surroundings.mountKeys(tenant, partner.partnerKeys());
            customerKeys = surroundings.mountKeys(tenant + "customers." + OWN_KEYS + ".", partner.keysOf(OWN_KEYS));
            surroundings.set("work.credential-pause", "1h").set("work.workers", "4");
        });
        desk = new ErpDesk(bridge);
    }

    @AfterEach
    void forget() {
        bridge.partner().journal().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void whatWasRefusedMeanwhileIsAnsweredSoonAfterTheNewKeysAreThere(CapturedOutput output) {
        assertThat(detail("BEFORE")).isEqualTo("OK");
        var keys = rotatePartnerKeys();
        var waiting = desk.drop(Surroundings.TENANT, "orders.detail", details("WAIT", 12));
        awaitRest("credential:partner");

        update(partnerKeys, keys);

        var answer = desk.await(waiting);
        assertThat(IntStream.range(0, 12).mapToObj(n -> answer.outcome("WAIT" + n)))
                .containsOnly("OK");
        assertThat(detail("AFTER")).isEqualTo("OK");
        assertThat(refusedCalls()).isBetween(1, 4);
        assertThat(rests()).isZero();
        assertThat(output).contains("acme: new keys are in use; rests of credentials that ended: 1");
        assertThat(output.toString()).doesNotContain(keys.secretKey()).doesNotContain(keys.accessKey());
    }

    @Test
    void brokenNewKeysAreReportedAndTheOldOnesGoOnWorking(CapturedOutput output) {
        var keys = bridge.partner().partnerKeys();
        partnerKeys.update(Map.of("ak", "AK-that-nobody-knows", "sk", " \n"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> output.toString(), text -> text.contains("acme.secret-key-file is an empty file: "));

        assertThat(detail("BROKEN")).isEqualTo("OK");

        update(partnerKeys, keys);
        assertThat(detail("MENDED")).isEqualTo("OK");
        assertThat(refusedCalls()).isZero();
        assertThat(output.toString()).doesNotContain("AK-that-nobody-knows");
    }

    @Test
    void aCustomersRefusedWriteIsPlacedOnceWithItsNewKeys() {
        var keys = bridge.partner().rotateKeysOf(OWN_KEYS, "g" + ++generation);
        var waiting =
                desk.drop(Surroundings.TENANT, "orders.renew", List.of(ErpDesk.renewal("RENEW", OWN_KEYS, 0, "own-0")));
        awaitRest("credential:customer:" + OWN_KEYS);

        update(customerKeys, keys);

        assertThat(desk.await(waiting).outcome("RENEW")).isEqualTo("OK");
        assertThat(bridge.partner().journal().placedRenewals("own-0")).isEqualTo(1);
        assertThat(accessKeys(Api.NEW_RENEW)).last().asString().isEqualTo(keys.accessKey());
    }

    @Test
    void whatIamGaveForTheOldKeysIsNotUsedAnyMore() {
        assertThat(renew("IAM-1", "iam-0")).isEqualTo("OK");
        assertThat(renew("IAM-2", "iam-1")).isEqualTo("OK");
        assertThat(bridge.partner().journal().calls(Api.IAM_TEMPORARY_KEYS)).hasSize(1);

        var keys = rotatePartnerKeys();
        update(partnerKeys, keys);
        Awaitility.await().atMost(PATIENCE).until(() -> detailWith(keys));

        assertThat(renew("IAM-3", "iam-2")).isEqualTo("OK");
        assertThat(accessKeys(Api.IAM_TEMPORARY_KEYS)).hasSize(2).last().isEqualTo(keys.accessKey());
        assertThat(Set.copyOf(accessKeys(Api.NEW_RENEW))).hasSize(2);
    }

    @Test
    void aCallUnderWayEndsWithTheKeysItBeganWith() {
        var before = bridge.partner().partnerKeys().accessKey();
        bridge.partner().faults().next("detail", 1, Fault.delay(Duration.ofSeconds(3)));
        var slow = desk.drop(Surroundings.TENANT, "orders.detail", details("SLOW", 1));
        Awaitility.await().atMost(PATIENCE).until(() -> sent("SLOW0"));

        var next = "g" + ++generation;
        update(partnerKeys, Keys.madeUpFor(StandInPartnerApi.PARTNER + "-" + next));
        assertThat(desk.await(slow).outcome("SLOW0")).isEqualTo("OK");
        var keys = bridge.partner().rotatePartnerKeys(next);

        assertThat(detail("NEXT")).isEqualTo("OK");
        assertThat(bridge.partner().journal().calls())
                .extracting(RotatedKeysTest::accessKey)
                .startsWith(before)
                .endsWith(keys.accessKey());
        assertThat(refusedCalls()).isZero();
    }

    private boolean sent(String document) {
        return bridge.ledger()
                        .sql("select count(*) from attempt join record on record.id = record_id where document = ?")
                        .param(document)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private boolean detailWith(Keys keys) {
        assertThat(detail("LOOK" + ++generation)).isEqualTo("OK");
        return accessKey(bridge.partner()
                        .journal()
                        .calls()
                        .get(bridge.partner().journal().calls().size() - 1))
                .equals(keys.accessKey());
    }

    private Keys rotatePartnerKeys() {
        return bridge.partner().rotatePartnerKeys("g" + ++generation);
    }

    private static void update(MountedSecret secret, Keys keys) {
        secret.update(Map.of("ak", keys.accessKey(), "sk", keys.secretKey() + "\n"));
    }

    private String detail(String document) {
        return desk.ask(Surroundings.TENANT, "orders.detail", details(document, 1))
                .outcome(document + "0");
    }

    private String renew(String document, String resource) {
        return desk.ask(Surroundings.TENANT, "orders.renew", ErpDesk.renewal(document, BY_IAM, 0, resource))
                .outcome(document);
    }

    private static List<Map<String, String>> details(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Map.of("document", prefix + n, "orderId", "CS-1"))
                .toList();
    }

    private List<String> accessKeys(Api api) {
        return bridge.partner().journal().calls(api).stream()
                .map(RotatedKeysTest::accessKey)
                .toList();
    }

    private static String accessKey(Call call) {
        return call.header("Authorization").orElseThrow().replaceAll(".*Access=([^,]+),.*", "$1");
    }

    private int refusedCalls() {
        return bridge.partner()
                .journal()
                .calls(call -> Integer.valueOf(401).equals(call.status()))
                .size();
    }

    private void awaitRest(String scope) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> bridge.ledger()
                                .sql(
                                        "select count(*) from pause where scope = ? and until > now() + interval '10 minutes'")
                                .param(scope)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private int rests() {
        return bridge.ledger()
                .sql("select count(*) from pause where scope like 'credential:%'")
                .query(Integer.class)
                .single();
    }
}
