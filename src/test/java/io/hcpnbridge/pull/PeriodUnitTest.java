package io.hcpnbridge.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods in UTC+8, wherever the server stands. */
class PeriodUnitTest {
    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-10-31T15:59:59Z, 2026-09, 2026-08-31T16:00:00Z, 2026-09-30T16:00:00Z",
        "MONTH, 2026-10-31T16:00:00Z, 2026-10, 2026-09-30T16:00:00Z, 2026-10-31T16:00:00Z",
        "MONTH, 2024-03-10T00:00:00Z, 2024-02, 2024-01-31T16:00:00Z, 2024-02-29T16:00:00Z",
        "MONTH, 2025-12-31T16:00:00Z, 2025-12, 2025-11-30T16:00:00Z, 2025-12-31T16:00:00Z",
        "DAY, 2026-03-29T01:30:00Z, 2026-03-28, 2026-03-27T16:00:00Z, 2026-03-28T16:00:00Z",
        "HOUR, 2026-10-25T01:30:00Z, 2026-10-25T08, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
        "HOUR, 2026-10-24T16:00:00Z, 2026-10-24T23, 2026-10-24T15:00:00Z, 2026-10-24T16:00:00Z"
    })
    void theLastPeriodThatIsOver(PeriodUnit unit, Instant now, String name, Instant from, Instant to) {
        var period = unit.endedBy(now);

        assertThat(period).isEqualTo(new Period(unit, name, from, to));
        assertThat(unit.named(name)).isEqualTo(period);
        assertThat(period.next().before()).isEqualTo(period);
        assertThat(period.next().from()).isEqualTo(period.to());
    }

    @Test
    void whatIsNoPeriodIsRefused() {
        assertThatThrownBy(() -> PeriodUnit.MONTH.named("2026-13")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> PeriodUnit.DAY.named("2026-02-29")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> PeriodUnit.HOUR.named("2026-02-28")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> PeriodUnit.MONTH.named("2026-02-01")).isInstanceOf(DateTimeException.class);
    }
}
