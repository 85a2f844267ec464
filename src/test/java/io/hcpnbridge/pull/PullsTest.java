package io.hcpnbridge.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A pull that cannot work stops the start, with the property that is wrong. */
class PullsTest {
    @Test
    void settingsAreReadAndHaveDefaults() {
        var pull = read(Map.of(
                        "pulls.x.interface", "orders.list",
                        "pulls.x.cron", "0 0 6 4 * ?",
                        "pulls.x.values.customerType", "2"))
                .pulls()
                .get("x");

        assertThat(pull.enabled()).isFalse();
        assertThat(pull.unit()).isEqualTo(PeriodUnit.MONTH);
        assertThat(pull.tenants()).isEmpty();
        assertThat(pull.since()).isNull();
        assertThat(pull.values()).containsEntry("customerType", "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pulls.x.cron      | 0 0 6 31 2       | pulls.x.cron must be a cron expression of Quartz, such as 0 0 6 4 * ?
                    pulls.x.cron      | every day        | pulls.x.cron must be a cron expression of Quartz, such as 0 0 6 4 * ?
                    pulls.x.period    | week             | pulls.x.period must be month, day or hour
                    pulls.x.interface | ''               | pulls.x.interface must be set to an interface
                    pulls.x.since     | 2026-13          | pulls.x.since must be a month, such as 2026-01, 2026-01-31 or 2026-01-31T23
                    pulls.x.since     | 2026-01-01       | pulls.x.since must be a month, such as 2026-01, 2026-01-31 or 2026-01-31T23
                    pulls.X_y.cron    | 0 0 6 4 * ?      | pulls.X_y must have a name of at most 40 small letters, digits and dashes
                    """)
    void whatIsWrongIsNamed(String property, String value, String message) {
        var settings = new HashMap<>(Map.of(
                "pulls.x.interface", "orders.list",
                "pulls.x.cron", "0 0 6 4 * ?"));
        settings.put(property, value);

        assertThatThrownBy(() -> read(settings))
                .rootCause()
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(message);
    }

    private static PullProperties read(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", PullProperties.class);
    }
}
