package io.hcpnbridge.secret;

import io.hcpnbridge.config.Faults;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How secrets in files are followed ({@code secrets.*}); a route reads it.
 *
 * @param lookInterval milliseconds between looks whether files have changed
 */
@ConfigurationProperties("secrets")
record SecretProperties(@DefaultValue("10000") int lookInterval) {
    SecretProperties {
        var faults = new Faults("secrets.");
        faults.require(lookInterval > 0, "look-interval", "must be 1 or more");
        faults.throwAny();
    }
}
