package io.hcpnbridge.pull;

import io.hcpnbridge.config.InvalidConfigurationException;
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
        pulls.forEach((name, pull) -> {
            if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
                throw new InvalidConfigurationException(
                        "pulls." + name, "must have a name of at most 40 small letters, digits and dashes");
            }
            pull.check("pulls." + name + ".");
        });
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

        private void check(String prefix) {
            if (!List.of("month", "day", "hour").contains(period)) {
                throw new InvalidConfigurationException(prefix + "period", "must be month, day or hour");
            }
            if (tries < 1) {
                throw new InvalidConfigurationException(prefix + "tries", "must be 1 or more");
            }
            if (!StringUtils.hasText(interfaceName)) {
                throw new InvalidConfigurationException(prefix + "interface", "must be set to an interface");
            }
            try {
                new CronTimes(String.valueOf(cron));
            } catch (IllegalArgumentException e) {
                throw new InvalidConfigurationException(
                        prefix + "cron", "must be a cron expression of Quartz, such as 0 0 6 4 * ?");
            }
            try {
                if (StringUtils.hasText(since)) {
                    unit().named(since);
                }
            } catch (DateTimeException e) {
                throw new InvalidConfigurationException(
                        prefix + "since", "must be a " + period + ", such as 2026-01, 2026-01-31 or 2026-01-31T23");
            }
        }

        PeriodUnit unit() {
            return PeriodUnit.valueOf(period.toUpperCase(Locale.ROOT));
        }
    }
}
