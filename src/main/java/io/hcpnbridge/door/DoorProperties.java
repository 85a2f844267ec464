package io.hcpnbridge.door;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who comes in over HTTP ({@code door.*}).
 *
 * @param sessions logins by the form that are open at a time; the one that was silent longest ends for a further one
 * @param sessionLongest how long one may be open, however busy
 * @param bodyTime how long the body of a request may take to come
 * @param probesPort a port of their own for the probes
 * @param trustedProxies addresses and networks of the proxies that are believed about who asks; nobody else is
 */
@ConfigurationProperties("door")
public record DoorProperties(
        @DefaultValue("20") int sessions,
        @DefaultValue("12h") Duration sessionLongest,
        @DefaultValue("10s") Duration bodyTime,
        @DefaultValue("8081") int probesPort,
        @DefaultValue({}) List<String> trustedProxies) {
    public DoorProperties {
        trustedProxies.forEach(TrustedProxies::network);
        if (sessions < 1 || sessions > 1_000) {
            throw new InvalidConfigurationException("door.sessions", "must be between 1 and 1000");
        }
        if (sessionLongest.toMillis() < 60_000) {
            throw new InvalidConfigurationException("door.session-longest", "must be 1m or more");
        }
        if (bodyTime.toMillis() < 1_000 || bodyTime.toMillis() > 60_000) {
            throw new InvalidConfigurationException("door.body-time", "must be between 1s and 1m");
        }
        if (probesPort < 0 || probesPort > 65_535) {
            throw new InvalidConfigurationException("door.probes-port", "must be a port; 0 is any that is free");
        }
    }
}
