package io.hcpnbridge.pull;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When a schedule fires: Quartz's own reading of a cron expression, in UTC+8. */
final class CronTimes {
    private final CronExpression expression;

    /** @throws IllegalArgumentException if it is no cron expression */
    CronTimes(String cron) {
        try {
            expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(PeriodUnit.ZONE));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The first firing at or after that time; empty if there is none any more. */
    Optional<Instant> firstFrom(Instant time) {
        return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(time.minusMillis(1))))
                .map(Date::toInstant);
    }

    /** Whether it has fired from that time on until now. */
    boolean firedBetween(Instant time, Instant now) {
        return firstFrom(time).filter(firing -> !firing.isAfter(now)).isPresent();
    }
}
