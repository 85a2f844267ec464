package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Signatures the gateway does not accept: keys that fail repeatedly are locked, so nobody may try in a loop. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnacceptedCredentialsTest {
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";
    private static final String OTHER = "c0ffee0000000000000000000000002";
    private static final int TRIES = 3;
    private static final int WORKERS = 4;

    private RunningBridge bridge;
    private ErpDesk desk;
    private int documents;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.knowCustomer(CUSTOMER).knowCustomer(OTHER);
            surroundings.set("partner.clock-difference-longest", "1h");
            surroundings.set("work.workers", String.valueOf(WORKERS));
            surroundings.set("work.credential-tries", String.valueOf(TRIES));
        });
        desk = new ErpDesk(bridge);
        bridge.partner().order(CUSTOMER, draft -> draft.id("CS-1"));
    }

    @AfterEach
    void asBefore() {
        bridge.partner().clock().ahead(Duration.ZERO);
        bridge.partner().faults().clear();
        documents++;
        detail("SYNC" + documents);
        bridge.partner().journal().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, -20})
    void aClockThatIsTwentyMinutesOffCostsOneFailedCall(int minutes) {
        bridge.partner().clock().ahead(Duration.ofMinutes(minutes));
        var answer = detail("CLOCK" + minutes);
        assertThat(answer.outcome("CLOCK" + minutes)).isEqualTo("OK");
        assertThat(detail("AFTER" + minutes).outcome("AFTER" + minutes)).isEqualTo("OK");

        assertThat(bridge.partner().journal().outcomes()).isEqualTo(Map.of("401 APIGW.0301", 1, "200", 2));
    }

    @Test
    void aClockThatJumpsCostsOneFailedCallEachTime(CapturedOutput output) {
        for (var jump : new int[] {20, -20, 20}) {
            bridge.partner().clock().ahead(Duration.ofMinutes(jump));
            for (int i = 0; i < 3; i++) {
                documents++;
                assertThat(detail("JUMP" + documents).outcome("JUMP" + documents))
                        .isEqualTo("OK");
            }
        }

        assertThat(bridge.partner().journal().outcomes()).isEqualTo(Map.of("401 APIGW.0301", 3, "200", 9));
        assertThat(output.toString().lines().filter(line -> line.contains("check the time of this machine")))
                .hasSize(3);
    }

    @Test
    void aKeyThatIsNotAcceptedIsTriedAFewTimesWithRestsAndTheRecordFails() {
        bridge.partner().resource(CUSTOMER, "r-1", draft -> draft);
        bridge.partner().resource(OTHER, "r-2", draft -> draft);
        changeKeysOf(CUSTOMER);

        var answer = desk.ask(
                Surroundings.TENANT,
                "orders.renew",
                List.of(ErpDesk.renewal("STRANGER", CUSTOMER, 0, "r-1"), ErpDesk.renewal("KNOWN", OTHER, 0, "r-2")));

        assertThat(answer.outcome("STRANGER")).isEqualTo("FAILED APIGW.0301");
        assertThat(answer.text("STRANGER")).isNotBlank().doesNotContainIgnoringCase("canonicalRequest");
        assertThat(answer.outcome("KNOWN")).isEqualTo("OK");
        assertThat(refusedCalls()).isEqualTo(TRIES);
        assertThat(bridge.partner().keyLock().isLocked("AKFAKE-" + CUSTOMER)).isFalse();
    }

    @Test
    void manyRecordsOfOneKeyDoNotTryItOneByOne() {
        bridge.partner()
                .faults()
                .always(call -> true, Fault.error(401, "APIGW.0301", "Incorrect IAM authentication information"));

        var answer = desk.ask(Surroundings.TENANT, "orders.detail", details("MANY", 30));

        assertThat(IntStream.range(0, 30).mapToObj(n -> answer.outcome("MANY" + n)))
                .containsOnly("FAILED APIGW.0301");
        assertThat(answer.text("MANY29")).isNotBlank();
        assertThat(refusedCalls())
                .as("one call each of the workers, then probes")
                .isLessThan(WORKERS + TRIES);

        bridge.partner().faults().clear();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> restOver("credential:partner"));
        assertThat(detail("AGAIN").outcome("AGAIN")).isEqualTo("OK");
        assertThat(detail("AND-AGAIN").outcome("AND-AGAIN")).isEqualTo("OK");
    }

    @Test
    void recordsWaitVisiblyAndAreAnsweredWhenTheKeyIsAcceptedAgain() {
        bridge.partner()
                .faults()
                .next(call -> true, 1, Fault.error(401, "APIGW.0301", "Incorrect IAM authentication information"));

        var answer = desk.ask(Surroundings.TENANT, "orders.detail", details("WAIT", 12));

        assertThat(IntStream.range(0, 12).mapToObj(n -> answer.outcome("WAIT" + n)))
                .containsOnly("OK");
        assertThat(refusedCalls()).isEqualTo(1);
        assertThat(bridge.ledger()
                        .sql("select * from pause where scope = 'credential:partner'")
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    private void changeKeysOf(String customer) {
        var state = bridge.partner().state();
        var keys = Keys.madeUpFor(customer);
        state.put(state.customer(customer)
                .orElseThrow()
                .withKeys(new Keys(keys.accessKey(), "another secret than the adapter knows", null)));
    }

    private Answer detail(String document) {
        return desk.ask(Surroundings.TENANT, "orders.detail", Map.of("document", document, "orderId", "CS-1"));
    }

    private static List<Map<String, String>> details(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Map.of("document", prefix + n, "orderId", "CS-1"))
                .toList();
    }

    private int refusedCalls() {
        return bridge.partner()
                .journal()
                .calls(call -> Integer.valueOf(401).equals(call.status()))
                .size();
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
