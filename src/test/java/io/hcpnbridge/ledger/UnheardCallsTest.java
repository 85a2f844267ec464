package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that may be repeated, and fails in the end, may have been carried out at an earlier try. */
class UnheardCallsTest {
    private static final String SET = "POST /autorenew/r1";

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(1);

    private ClaimedRecord record = ledger.claim();

    @ParameterizedTest
    @CsvSource({"failed,true", "in-doubt,true", "throttled,false", "unauthenticated,false", "unreachable,false"})
    void itsOutcomeSaysWhetherItMay(String verdict, boolean expected) {
        triedBefore(SET, true, "00", verdict);

        assertThat(mayHaveBeenCarriedOut()).isEqualTo(expected);
    }

    @Test
    void oneWithoutAnOutcomeMayAsTheProcessWasKilledMeanwhile() {
        open(SET, true, "00");

        assertThat(mayHaveBeenCarriedOut()).isTrue();
    }

    @Test
    void theOneThatIsUnderWayIsLeftOut() {
        var under = open(SET, true, "00");

        assertThat(ledger.attempts.mayHaveBeenCarriedOut(record, SET, "00", List.of(under)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"POST /autorenew/r2,true,00", "POST /autorenew/r1,true,01", "POST /autorenew/r1,false,00"})
    void anotherCallSaysNothing(String endpoint, boolean write, String hash) {
        triedBefore(endpoint, write, hash, "failed");

        assertThat(mayHaveBeenCarriedOut()).isFalse();
    }

    private boolean mayHaveBeenCarriedOut() {
        return ledger.attempts.mayHaveBeenCarriedOut(record, SET, "00", List.of());
    }

    private void triedBefore(String endpoint, boolean write, String hash, String verdict) {
        var outcome = new AttemptOutcome(verdict, Placement.NOT_PLACED, null, "CODE", null, null);
        ledger.attempts.close(
                open(endpoint, write, hash), outcome, record, new Conclusion.Postpone(Duration.ZERO, true));
        record = ledger.claim();
    }

    private long open(String endpoint, boolean write, String hash) {
        return ledger.attempts.open(
                record, new AttemptIntent("api", endpoint, "new", write, true, hash), "n", LedgerBench.LEASE);
    }
}
