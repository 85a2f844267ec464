package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.partner.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** One setting that is given either as a value or as {@code …-file}, whose trimmed content is the value. */
record ConfiguredValue(String property, Secret value, String file) {
    /** What can stand in an HTTP header without meaning anything else. */
    private static final Pattern SAFE = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    /** A password: blanks may stand in it. */
    static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,1024}");

    private static final long MAX_FILE_BYTES = 65_536;

    static ConfiguredValue of(String property, String value, String file) {
        return new ConfiguredValue(property, value == null ? null : Secret.of(value), file);
    }

    Secret required() {
        return required(SAFE);
    }

    Secret required(Pattern form) {
        Secret found = optional(form);
        if (found == null) {
            throw new InvalidConfigurationException(property, "(or " + lastName() + "-file) is missing");
        }
        return found;
    }

    /** Null when neither the value nor the file is given. */
    Secret optional() {
        return optional(SAFE);
    }

    private Secret optional(Pattern form) {
        boolean hasValue = value != null && !value.reveal().isBlank();
        boolean hasFile = file != null && !file.isBlank();
        if (hasValue && hasFile) {
            throw new InvalidConfigurationException(
                    property, "and " + lastName() + "-file are both given: set only one of them");
        }
        if (!hasValue && !hasFile) {
            return null;
        }
        String text = hasFile ? content() : value.reveal().strip();
        if (!form.matcher(text).matches()) {
            throw new InvalidConfigurationException(
                    property + (hasFile ? "-file" : ""), "holds blanks, control or non-ASCII characters");
        }
        return Secret.of(text);
    }

    private String content() {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MAX_FILE_BYTES) {
                throw new InvalidConfigurationException(property + "-file", "is larger than 64 KiB: " + file);
            }
            String text = Files.readString(path, StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                throw new InvalidConfigurationException(property + "-file", "is an empty file: " + file);
            }
            return text;
        } catch (IOException | InvalidPathException e) {
            throw new InvalidConfigurationException(
                    property + "-file",
                    "cannot be read: " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    private String lastName() {
        return property.substring(property.lastIndexOf('.') + 1);
    }
}
