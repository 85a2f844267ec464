package io.hcpnbridge.endtoend.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A pause holds for every replica within seconds, and its end too; each tells both once. */
@Tag("slow")
@Tag("replicas")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PausedReplicasTest {
    private static final String OPEN = "state in ('CLAIMED', 'SENT')";

    private final Pair pair = new Pair();

    @AfterAll
    void close() {
        pair.close();
    }

    @Test
    void noReplicaBeginsACallOfWhatIsPausedAndBothGoOnAfterwards() {
        pair.dropDetails("paused", 200);
        Awaitility.await().atMost(Pair.PATIENCE).until(() -> pair.count("paused", "state = 'OK'") > 5);

        tell("pause_work(null, 'orders.detail', 'Li Lei', 'too much at once')");

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> pair.count("paused", OPEN) == 0);
        var done = pair.count("paused", "state = 'OK'");
        assertThat(done).isLessThan(200);
        pair.dropRenewals("beside", 20);
        pair.awaitFinal("beside", 20);
        assertThat(pair.count("paused", "state = 'OK'")).as("nothing is called").isEqualTo(done);

        tell("resume_work(null, 'orders.detail', 'Li Lei', 'enough')");

        pair.awaitFinal("paused", 200);
        assertThat(pair.count("paused", "state = 'OK'")).isEqualTo(200);
        for (var replica : List.of(pair.one, pair.other)) {
            assertThat(replica.output())
                    .containsOnlyOnce("every tenant, orders.detail is paused by Li Lei since ")
                    .containsOnlyOnce("every tenant, orders.detail is paused no more (Li Lei: enough)")
                    .doesNotContain(" ERROR ");
        }
    }

    private void tell(String call) {
        pair.ledger.sql("select " + call).query().singleValue();
    }
}
