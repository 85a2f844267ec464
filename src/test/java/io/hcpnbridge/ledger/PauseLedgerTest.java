package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long lanes and credentials rest, on a real PostgreSQL. */
class PauseLedgerTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(0);

    private final PauseLedger pauses = ledger.part(PauseLedger.class);
    private final JdbcClient jdbc = ledger.jdbc;

    @Test
    void aPauseDoublesWithEachStrikeInARow() {
        assertThat(pause(Duration.ZERO, false)).isZero();
        jdbc.sql("update pause set until = now() - interval '1 second'").update();
        assertThat(pause(Duration.ofSeconds(4), false)).isBetween(7_000L, 8_000L);
        assertThat(pause(Duration.ofSeconds(4), false))
                .as("a call that was under way does not count")
                .isBetween(6_000L, 8_000L);
        assertThat(pause(Duration.ofSeconds(4), true)).as("a probe counts").isBetween(15_000L, 16_000L);
        jdbc.sql("update pause set until = now() - interval '2 minutes'").update();
        assertThat(pause(Duration.ofSeconds(4), false)).isBetween(3_000L, 4_000L);
    }

    @Test
    void strikesAreForgottenWhenACallWentThrough() {
        pause(Duration.ofSeconds(4), false);
        pauses.lift("acme", "s");
        assertThat(pauses.find("acme", "s")).as("not while the pause holds").isPresent();
        jdbc.sql("update pause set until = now() - interval '1 second'").update();
        pauses.lift("acme", "s");
        assertThat(pauses.find("acme", "s")).isEmpty();
    }

    @Test
    void oneCallAloneProbesAPauseThatIsOver() {
        pause(Duration.ofSeconds(4), false);
        assertThat(pauses.probe("acme", "s", LONGEST)).as("it still holds").isFalse();
        jdbc.sql("update pause set until = now() - interval '1 second'").update();
        assertThat(pauses.probe("acme", "s", LONGEST)).isTrue();
        assertThat(pauses.probe("acme", "s", LONGEST)).isFalse();
        pauses.end("acme", "s");
        assertThat(pauses.find("acme", "s")).isEmpty();
    }

    private long pause(Duration first, boolean probe) {
        return pauses.pause("acme", "s", first, LONGEST, new Trouble("429", null), probe)
                .remaining()
                .toMillis();
    }
}
