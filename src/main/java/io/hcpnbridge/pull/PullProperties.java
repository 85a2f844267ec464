package io.hcpnbridge.pull;

import io.hcpnbridge.config.Faults;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.StringUtils;

/** The scheduled pulls by name ({@code pulls.<name>.*}). */
@ConfigurationProperties
public record PullProperties(Map<String, Pull> pulls) {
    public PullProperties {
        pulls = pulls == null ? Map.of() : Map.copyOf(pulls);
        var faults = new Faults();
        pulls.forEach((name, pull) -> {
            faults.require(
                    name.matches("[a-z][a-z0-9-]{0,39}"),
                    "pulls." + name,
                    "must have a name of at most 40 small letters, digits and dashes");
            pull.check(new Faults("pulls." + name + "."), faults);
        });
        faults.throwAny();
    }

    /**
     * One pull.
     *
     * @param cron when it fires, as Quartz reads it, in UTC+8
     * @param tenants whose accounts are asked; all if empty
     * @param period month, day or hour, in UTC+8; a firing pulls the one that is over
     * @param since the first period that is wanted, e.g. {@code 2026-01}; null for the one before the first firing
     * @param tries how often a period is pulled for which the partner could not be asked
     * @param retryAfter pause before the next try
     * @param values whatever the mapping {@code pull.jslt} wants to know
     */
    public record Pull(
            @DefaultValue("false") boolean enabled,
            String cron,
            @Name("interface") String interfaceName,
            @DefaultValue List<String> tenants,
            @DefaultValue("month") String period,
            String since,
            @DefaultValue("5") int tries,
            @DefaultValue("1h") Duration retryAfter,
            @DefaultValue Map<String, String> values) {
        public Pull {
            tenants = List.copyOf(tenants);
            values = Map.copyOf(values);
        }

        private void check(Faults own, Faults all) {
            boolean known = List.of("month", "day", "hour").contains(period);
            own.require(known, "period", "must be month, day or hour");
            own.require(tries >= 1, "tries", "must be 1 or more");
            own.require(StringUtils.hasText(interfaceName), "interface", "must be set to an interface");
            own.require(isCron(cron), "cron", "must be a cron expression of Quartz, such as 0 0 6 4 * ?");
            own.require(
                    !known || !StringUtils.hasText(since) || isPeriod(since),
                    "since",
                    "must be a " + period + ", such as 2026-01, 2026-01-31 or 2026-01-31T23");
            all.addAll(own);
        }

        private static boolean isCron(String cron) {
            try {
                return new CronTimes(String.valueOf(cron)) != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private boolean isPeriod(String name) {
            try {
                return unit().named(name) != null;
            } catch (DateTimeException e) {
                return false;
            }
        }

        PeriodUnit unit() {
            return PeriodUnit.valueOf(period.toUpperCase(Locale.ROOT));
        }
    }
}
