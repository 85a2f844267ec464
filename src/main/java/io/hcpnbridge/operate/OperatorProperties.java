package io.hcpnbridge.operate;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one person who may log in.
 *
 * @param username login name, {@code operator} by default
 * @param password the password itself; or
 * @param passwordFile a file (UTF-8) whose first line is the password, e.g. a mounted Kubernetes secret
 */
@ConfigurationProperties("operator")
public record OperatorProperties(@DefaultValue("operator") String username, String password, Path passwordFile) {
    private static final String PASSWORD = "operator.password";
    private static final String PASSWORD_FILE = "operator.password-file";

    /** bcrypt looks at no more. */
    private static final int LONGEST_BYTES = 72;

    /**
     * The password, from wherever it was given.
     *
     * @throws InvalidConfigurationException if it is missing, given twice, unreadable or too long
     */
    String secret() {
        boolean given = password != null && !password.isBlank();
        if (given && passwordFile != null) {
            throw new InvalidConfigurationException(PASSWORD, "is set together with " + PASSWORD_FILE + "; keep one");
        }
        if (!given && passwordFile == null) {
            throw new InvalidConfigurationException(
                    PASSWORD, "is missing; set it, or " + PASSWORD_FILE + ", to the password for Hawtio");
        }
        return passwordFile == null ? checked(PASSWORD, password) : checked(PASSWORD_FILE, firstLine(passwordFile));
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("");
        } catch (IOException | RuntimeException e) {
            throw new InvalidConfigurationException(PASSWORD_FILE, "cannot be read: " + file);
        }
    }

    private static String checked(String property, String secret) {
        if (secret.isBlank()) {
            throw new InvalidConfigurationException(property, "holds no password");
        }
        if (secret.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new InvalidConfigurationException(property, "is longer than " + LONGEST_BYTES + " bytes");
        }
        return secret;
    }

    /** Without the password: this may end up in a log. */
    @Override
    public String toString() {
        return "OperatorProperties[username=" + username + "]";
    }
}
