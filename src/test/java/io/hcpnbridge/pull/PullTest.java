package io.hcpnbridge.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which periods a schedule owes follows from its cron expression and the time alone. */
class PullTest {
    private final TimeZone home = TimeZone.getDefault();

    @AfterEach
    void comeHome() {
        TimeZone.setDefault(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Shanghai"})
    void aMonthIsOwedFromTheFirstFiringAfterItsEndOn(String server) {
        TimeZone.setDefault(TimeZone.getTimeZone(server));
        var pull = pull("0 0 6 4 * ?", PeriodUnit.MONTH);
        var september = PeriodUnit.MONTH.named("2026-09");

        assertThat(pull.owed(september, Instant.parse("2026-10-03T21:59:59Z"))).isEmpty();
        assertThat(pull.owed(september, Instant.parse("2026-10-03T22:00:00Z"))).containsExactly(september);
        assertThat(pull.owed(september, Instant.parse("2026-10-31T23:00:00Z"))).containsExactly(september);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/New_York"})
    void daysAndHoursOfAClockChangeAreOwedOnceEach(String server) {
        TimeZone.setDefault(TimeZone.getTimeZone(server));
        var daily = pull("0 30 2 * * ?", PeriodUnit.DAY);
        var hourly = pull("0 0 * * * ?", PeriodUnit.HOUR);

        assertThat(daily.owed(PeriodUnit.DAY.named("2026-03-01"), Instant.parse("2026-03-31T18:30:00Z")))
                .hasSize(31)
                .doesNotHaveDuplicates();
        assertThat(hourly.owed(PeriodUnit.HOUR.named("2026-10-25T00"), Instant.parse("2026-10-25T16:00:00Z")))
                .hasSize(24)
                .doesNotHaveDuplicates();
    }

    @Test
    void aFiringAtTheEndOfThePeriodPullsIt() {
        var pull = pull("0 0 0 1 * ?", PeriodUnit.MONTH);

        assertThat(pull.owed(PeriodUnit.MONTH.named("2026-09"), Instant.parse("2026-09-30T16:00:00Z")))
                .extracting(Period::name)
                .containsExactly("2026-09");
    }

    @Test
    void severalFiringsInAPeriodAndSeveralPeriodsBetweenFiringsPullEachOnce() {
        var everyMinute = pull("0 * * * * ?", PeriodUnit.MONTH);
        var everyMonday = pull("0 0 8 ? * MON", PeriodUnit.DAY);
        var day = PeriodUnit.DAY.named("2026-11-02");

        assertThat(everyMinute.owed(PeriodUnit.MONTH.named("2026-08"), Instant.parse("2026-10-15T00:00:00Z")))
                .extracting(Period::name)
                .containsExactly("2026-08", "2026-09");
        assertThat(everyMonday.owed(day, Instant.parse("2026-11-08T23:59:59Z"))).isEmpty();
        assertThat(everyMonday.owed(day, Instant.parse("2026-11-09T00:00:00Z")))
                .extracting(Period::name)
                .containsExactly(
                        "2026-11-02",
                        "2026-11-03",
                        "2026-11-04",
                        "2026-11-05",
                        "2026-11-06",
                        "2026-11-07",
                        "2026-11-08");
    }

    @Test
    void theFirstFiringPullsThePeriodBeforeIt() {
        var pull = pull("0 0 2 * * ?", PeriodUnit.DAY);

        var beforeTodaysFiring = pull.leftBehind(Instant.parse("2026-11-01T17:00:00Z"));
        var afterTodaysFiring = pull.leftBehind(Instant.parse("2026-11-01T19:00:00Z"));

        assertThat(pull.owed(beforeTodaysFiring.next(), Instant.parse("2026-11-01T18:00:00Z")))
                .extracting(Period::name)
                .containsExactly("2026-11-01");
        assertThat(pull.owed(afterTodaysFiring.next(), Instant.parse("2026-11-02T17:59:59Z")))
                .isEmpty();
        assertThat(pull.owed(afterTodaysFiring.next(), Instant.parse("2026-11-02T18:00:00Z")))
                .extracting(Period::name)
                .containsExactly("2026-11-02");
    }

    private static Pull pull(String cron, PeriodUnit unit) {
        return new Pull(
                "p",
                "p",
                "i",
                new CronTimes(cron),
                List.of("acme"),
                unit,
                Optional.empty(),
                5,
                Duration.ofHours(1),
                Map.of());
    }
}
