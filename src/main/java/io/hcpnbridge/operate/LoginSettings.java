package io.hcpnbridge.operate;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.StringUtils;

/**
 * One login as it is configured: a name, and a password or a file with it.
 *
 * @param prefix of its properties, e.g. {@code operator}
 * @param passwordFile a file (UTF-8) whose first line is the password, e.g. a mounted Kubernetes secret
 */
record LoginSettings(String prefix, String username, String password, Path passwordFile) {
    /** bcrypt looks at no more. */
    private static final int LONGEST_BYTES = 72;

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
     * The password, from wherever it was given.
     *
     * @throws InvalidConfigurationException if it is given twice, unreadable, empty or too long
     */
    String secret() {
        if (passwordFile == null) {
            return checked("password", password);
        }
        if (StringUtils.hasText(password)) {
            throw new InvalidConfigurationException(
                    property("password"), "is set together with " + property("password-file") + "; keep one");
        }
        return checked("password-file", firstLine());
    }

    private String firstLine() {
        try (var lines = Files.lines(passwordFile, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("");
        } catch (IOException | RuntimeException e) {
            throw new InvalidConfigurationException(property("password-file"), "cannot be read: " + passwordFile);
        }
    }

    private String checked(String name, String secret) {
        if (!StringUtils.hasText(secret)) {
            throw new InvalidConfigurationException(property(name), "holds no password");
        }
        if (secret.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new InvalidConfigurationException(property(name), "is longer than " + LONGEST_BYTES + " bytes");
        }
        return secret;
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
