package io.hcpnbridge.endtoend.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expression needs and a scrape does not have is found. */
class ExpressionTest {
    private static final Exposition SCRAPE = Exposition.of(
            """
            # HELP calls_total Calls
            calls_total{api="list",verdict="success"} 3.0
            calls_seconds_bucket{api="list",le="0.5"} 2.0
            age_seconds 7
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sum by (api) (rate(calls_total{verdict="success"}[5m]))
                    sum by (namespace, api) (rate(calls_total{namespace=~"$namespace"}[$__rate_interval])) > 0.2
                    histogram_quantile(0.95, sum by (api, le) (rate(calls_seconds_bucket[5m])))
                    min(age_seconds) > 300 or vector(0)
                    absent(age_seconds)
                    """)
    void whatIsThereIsThere(String expression) {
        assertThat(Expression.of(expression).missing(SCRAPE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sum(rate(call_total[5m])) | the metric call_total
                    max by (tenant) (calls_total) | the label tenant of calls_total
                    calls_total{tenant="acme"} | the label tenant of calls_total
                    calls_total{verdict="succes"} | calls_total with verdict="succes"
                    sum by (api) (calls_total) / sum by (api) (age_seconds) | the label api of age_seconds
                    vector(1) | any metric
                    """)
    void whatIsNotThereIsFound(String expression, String missing) {
        assertThat(Expression.of(expression).missing(SCRAPE)).containsExactly(missing);
    }

    @Test
    void aScrapeIsReadByLabels() {
        assertThat(SCRAPE.labels("calls_total")).containsExactly("api", "verdict");
        assertThat(SCRAPE.value("calls_total", Map.of("api", "list"))).isEqualTo("3.0");
    }
}
