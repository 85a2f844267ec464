package io.hcpnbridge.tracing;

import io.hcpnbridge.config.Faults;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.lang.Nullable;

/**
 * Whether and where traces go ({@code tracing.*}).
 *
 * @param endpoint of a collector that takes OTLP by HTTP; null: there are no traces
 * @param percent of the documents that are traced; of a message that belongs to a trace, its sender decides
 * @param interval milliseconds between two exports
 */
@ConfigurationProperties("tracing")
record TraceProperties(
        @Nullable String endpoint, @DefaultValue("100") int percent, @DefaultValue("1000") int interval) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#@\\s]+(/[^?#\\s]*)?");

    TraceProperties {
        var faults = new Faults("tracing.");
        faults.require(
                endpoint == null || ADDRESS.matcher(endpoint).matches(),
                "endpoint",
                "must be an address such as http://collector:4318/v1/traces");
        faults.require(percent >= 0 && percent <= 100, "percent", "must be 0 to 100");
        faults.require(interval > 0, "interval", "must be 1 or more");
        faults.throwAny();
    }
}
