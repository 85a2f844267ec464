package io.hcpnbridge.operate;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one person who may log in and act ({@code operator.*}).
 *
 * @param username login name, {@code operator} by default
 * @param password the password itself; or
 * @param passwordFile a file (UTF-8) with the password, e.g. a mounted Kubernetes secret
 */
@ConfigurationProperties("operator")
public record OperatorProperties(@DefaultValue("operator") String username, String password, Path passwordFile) {
    /** @throws InvalidConfigurationException if there is no password: nobody could look after the adapter */
    LoginSettings login() {
        var login = new LoginSettings("operator", username, password, passwordFile);
        if (!login.given()) {
            throw new InvalidConfigurationException(
                    "operator.password", "is missing; set it, or operator.password-file, to the password for Hawtio");
        }
        return login;
    }

    /** Without the password: this may end up in a log. */
    @Override
    public String toString() {
        return "OperatorProperties[username=" + username + "]";
    }
}
