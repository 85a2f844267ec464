package io.hcpnbridge.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Health of the ledger is what the last beat saw. */
class SilenceTest {
    private final Replica replica =
            new Replica(new LeaseProperties("n", Duration.ofSeconds(1), Duration.ofMillis(100)));
    private final LedgerHealthIndicator health = new LedgerHealthIndicator(replica);

    @Test
    void beforeTheFirstBeatNobodyKnows() {
        assertThat(health.health()).isEqualTo(down("not heard yet"));
    }

    @Test
    void aBeatThatWasHeardIsUpAndOneThatWasNotSaysWhy() {
        replica.heard();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        replica.unheard("cannot execute UPDATE in a read-only transaction");
        assertThat(health.health()).isEqualTo(down("cannot execute UPDATE in a read-only transaction"));

        replica.heard();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aBeatThatGetsNoAnswerIsMissed() {
        replica.heard();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> replica.silence()
                .isPresent());
        assertThat(replica.silence()).hasValue("no answer for 0 s");
    }

    private static Health down(String reason) {
        return Health.down().withDetail("reason", reason).build();
    }
}
