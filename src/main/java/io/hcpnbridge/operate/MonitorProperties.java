package io.hcpnbridge.operate;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A machine that watches, such as Prometheus ({@code monitor.*}); without a password there is none.
 *
 * @param username login name, {@code monitor} by default
 * @param password the password itself; or
 * @param passwordFile a file (UTF-8) with the password, e.g. a mounted Kubernetes secret
 */
@ConfigurationProperties("monitor")
public record MonitorProperties(@DefaultValue("monitor") String username, String password, Path passwordFile) {
    /** The login, if one is configured. */
    Optional<LoginSettings> login() {
        return Optional.of(new LoginSettings("monitor", username, password, passwordFile))
                .filter(LoginSettings::given);
    }

    /** Without the password: this may end up in a log. */
    @Override
    public String toString() {
        return "MonitorProperties[username=" + username + "]";
    }
}
