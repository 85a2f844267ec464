package io.hcpnbridge.pull;

import io.hcpnbridge.ledger.PulledPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An enabled pull.
 *
 * @param shortName as much of the name as fits into a batch number, beside the period
 * @param since the first period that is wanted; empty for the one before the first firing
 * @param values free values for the mapping
 */
record Pull(
        String name,
        String shortName,
        String interfaceName,
        CronTimes cron,
        List<String> tenants,
        PeriodUnit unit,
        Optional<Period> since,
        int tries,
        Duration retryAfter,
        Map<String, String> values) {

    Pull named(String cutName) {
        return new Pull(name, cutName, interfaceName, cron, tenants, unit, since, tries, retryAfter, values);
    }

    /** No earlier period is pulled. */
    Instant earliest() {
        return since.map(Period::from).orElse(Instant.EPOCH);
    }

    /** All periods from the given one on after whose end the schedule has fired. */
    List<Period> owed(Period first, Instant now) {
        var owed = new ArrayList<Period>();
        for (var period = first; isOwed(period, now); period = period.next()) {
            owed.add(period);
        }
        return owed;
    }

    /** The last period that was left behind when the pull began: the next one is pulled by the first firing. */
    Period leftBehind(Instant now) {
        var ended = unit.endedBy(now);
        return isOwed(ended, now) ? ended : ended.before();
    }

    PulledPeriod of(String tenant, Period period) {
        return new PulledPeriod(name, tenant, period.name(), unit.name(), period.from(), period.to(), 1);
    }

    private boolean isOwed(Period period, Instant now) {
        return !period.to().isAfter(now) && cron.firedBetween(period.to(), now);
    }
}
