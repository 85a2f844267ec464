package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long lanes and credentials rest, on a real PostgreSQL. */
class PauseLedgerTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(4);

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

    @ParameterizedTest
    @ValueSource(strings = {"success", "refused"})
    void strikesOfALaneAreForgottenWhenACallWentThrough(String verdict) {
        var lane = PauseLedger.lane(LedgerBench.LANE.interfaceName());
        var before = ledger.claim();
        var after = ledger.claim();
        pauses.pause("acme", lane, Duration.ofSeconds(4), LONGEST, new Trouble("429", null), false);
        pause(Duration.ofSeconds(4), false);

        call(before, verdict);
        assertThat(pauses.find("acme", lane)).as("not while the pause holds").isPresent();
        jdbc.sql("update pause set until = now() - interval '1 second'").update();
        call(after, verdict);

        assertThat(pauses.find("acme", lane)).isEmpty();
        assertThat(pauses.find("acme", "s")).as("another scope").isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttled", "failed", "unreachable"})
    void anythingButAYesOrNoForgetsNothing(String verdict) {
        var lane = PauseLedger.lane(LedgerBench.LANE.interfaceName());
        var record = ledger.claim();
        pauses.pause("acme", lane, Duration.ZERO, LONGEST, new Trouble("429", null), false);

        call(record, verdict);

        assertThat(pauses.find("acme", lane)).isPresent();
    }

    private void call(ClaimedRecord record, String verdict) {
        var intent = new AttemptIntent("list", "GET /list", "new", false, true, "00");
        ledger.attempts.close(
                ledger.attempts.open(record, intent, "n", LedgerBench.LEASE),
                new AttemptOutcome(verdict, Placement.NOT_PLACED, null, null, null, null),
                record,
                new Conclusion.Postpone(Duration.ZERO, true));
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
