package io.hcpnbridge.secret;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A secret as configured: a value, or a file whose content is the value; blanks and line ends around it do not count.
 *
 * @param property the value's setting
 * @param value null when not set
 * @param fileProperty the file's setting
 * @param file null when not set
 */
public record SecretSetting(String property, Secret value, String fileProperty, Path file, SecretRule rule) {
    /** @throws InvalidConfigurationException if both are set, or the value breaks the rule */
    public SecretSetting {
        if (value != null && value.reveal().isBlank()) {
            value = null;
        }
        if (value != null && file != null) {
            throw new InvalidConfigurationException(property, "is set together with " + fileProperty + "; keep one");
        }
        if (value != null) {
            value = Secret.of(value.reveal().strip());
            var problem = rule.problem(value.reveal());
            if (problem != null) {
                throw new InvalidConfigurationException(property, problem);
            }
        }
    }

    /** The usual pair {@code <property>} and {@code <property>-file}; blank is not set. */
    public static SecretSetting of(String property, Secret value, String file, SecretRule rule) {
        return new SecretSetting(property, value, property + "-file", path(property + "-file", file), rule);
    }

    /** One that can be given as a file only. */
    public static SecretSetting ofFile(String fileProperty, Path file, SecretRule rule) {
        return new SecretSetting(fileProperty, null, fileProperty, file, rule);
    }

    public boolean isSet() {
        return value != null || file != null;
    }

    boolean isFile() {
        return file != null;
    }

    /** @throws InvalidConfigurationException if it is not set */
    public SecretSetting required() {
        if (!isSet()) {
            var lastName = property.substring(property.lastIndexOf('.') + 1);
            throw new InvalidConfigurationException(property, "(or " + lastName + "-file) is missing");
        }
        return this;
    }

    /**
     * Reads it once; null if it is not set. What may change is to be kept by {@link SecretWatch}.
     *
     * @throws InvalidConfigurationException if the file cannot be used
     */
    public Secret read() {
        return file == null ? value : FileContent.of(this).secret(this);
    }

    private static Path path(String property, String file) {
        try {
            return file == null || file.isBlank() ? null : Path.of(file.strip());
        } catch (InvalidPathException e) {
            throw new InvalidConfigurationException(property, "is no path of a file");
        }
    }
}
