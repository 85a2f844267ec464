package io.hcpnbridge.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a route is overdue, and when it only takes its time. */
class TurnsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2026-11-28T00:00:00Z");

    private final Turns turns = new Turns(START, 0);

    @Test
    void aTurnThatIsDueMayBeLateForAWhile() {
        turns.due(seconds(15));

        assertThat(turns.overdue(PATIENCE, seconds(134))).isEmpty();
        assertThat(turns.overdue(PATIENCE, seconds(136)).orElseThrow())
                .satisfies(overdue -> assertThat(overdue.text())
                        .isEqualTo("a turn that is due does not begin; last good turn 2026-11-28T00:00:00Z"))
                .satisfies(overdue -> assertThat(overdue.standing()).isTrue());
    }

    @Test
    void aMonthlyTurnIsNotMissedBefore() {
        turns.due(seconds(30L * 24 * 3600));

        assertThat(turns.overdue(PATIENCE, seconds(29L * 24 * 3600))).isEmpty();
    }

    @Test
    void aTurnMayTakeAsLongAsItsThreadWorks() {
        turns.begun(0, 7, 0);
        for (long second = 60; second < 7_200; second += 60) {
            turns.used(Duration.ofMillis(second).toNanos(), seconds(second));
            assertThat(turns.overdue(PATIENCE, seconds(second + 59))).isEmpty();
        }
    }

    @Test
    void aTurnWhoseThreadWaitsForEverIsOverdue() {
        turns.begun(0, 7, 0);
        turns.used(900_000, seconds(60));

        assertThat(turns.overdue(PATIENCE, seconds(121)).orElseThrow().standing())
                .isTrue();
        turns.endedWell(START, seconds(130));
        assertThat(turns.overdue(PATIENCE, seconds(131))).isEmpty();
    }

    @Test
    void turnsThatAllFailAreOverdueButDoNotStandStill() {
        for (long second = 0; second <= 130; second += 10) {
            turns.begun(seconds(second), 7, 0);
            turns.failed(new IllegalStateException(), seconds(second));
        }

        assertThat(turns.overdue(PATIENCE, seconds(131)).orElseThrow()).satisfies(overdue -> {
            assertThat(overdue.text()).startsWith("its turns fail: IllegalStateException; last good turn");
            assertThat(overdue.standing()).isFalse();
        });
        turns.begun(seconds(140), 7, 0);
        assertThat(turns.overdue(PATIENCE, seconds(141)))
                .as("while the next one tries")
                .isPresent();
    }

    @Test
    void oneFailureOfASeldomTurnProvesNothing() {
        turns.failed(new IllegalStateException(), 0);

        assertThat(turns.overdue(PATIENCE, seconds(3_600))).isEmpty();
    }

    @Test
    void aProcessThatStoodStillIsNotOverdueWhenItGoesOn() {
        turns.due(seconds(1));
        turns.stoodStill(seconds(600));

        assertThat(turns.overdue(PATIENCE, seconds(601))).isEmpty();
    }

    private static long seconds(long count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
