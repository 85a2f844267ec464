package io.hcpnbridge.operate;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretSetting;
import java.nio.file.Path;
import org.springframework.util.StringUtils;

/**
 * One login as it is configured: a name, and a password or a file with it.
 *
 * @param prefix of its properties, e.g. {@code operator}
 * @param password the password, or {@code {bcrypt}} and its hash
 * @param passwordFile a file (UTF-8) with the same, e.g. a mounted Kubernetes secret
 */
record LoginSettings(String prefix, String username, String password, Path passwordFile) {
    /** Whether there is a password at all. */
    boolean given() {
        return StringUtils.hasText(password) || passwordFile != null;
    }

    /** Whether somebody who says this name means this login: names are not case-sensitive. */
    boolean isNamed(String name) {
        return username.equalsIgnoreCase(name);
    }

    /**
     * The name, as it can be used for a login.
     *
     * @throws InvalidConfigurationException if HTTP basic cannot carry it
     */
    String name() {
        if (!StringUtils.hasText(username) || username.contains(":")) {
            throw new InvalidConfigurationException(property("username"), "must be a name without a colon");
        }
        return username;
    }

    /**
     * The password, from wherever it is given.
     *
     * @throws InvalidConfigurationException if it is given twice or breaks a rule
     */
    SecretSetting secret() {
        var given = password == null ? null : Secret.of(password);
        return new SecretSetting(
                property("password"), given, property("password-file"), passwordFile, StoredPassword::problem);
    }

    private String property(String name) {
        return prefix + "." + name;
    }

    /** Without the password: this may end up in a log. */
    @Override
    public String toString() {
        return prefix + "[username=" + username + "]";
    }
}
