package io.hcpnbridge.secret;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a setting's file holds.
 *
 * @param text null if it cannot be read, or there is none and need not be one
 * @param problem the rest of a sentence that begins with the setting; null if there is none
 */
record FileContent(String text, String problem) {
    private static final int MOST_BYTES = 65_536;
    private static final FileContent NONE = new FileContent(null, null);

    /** Reads the file and applies the setting's rule. */
    static FileContent of(SecretSetting setting) {
        Path file = setting.file();
        var mayBeNone = setting.rule().allowsNone();
        try {
            if (mayBeNone && Files.notExists(file)) {
                return NONE;
            }
            if (!Files.isRegularFile(file) && Files.exists(file)) {
                return wrong("is no file: " + file);
            }
            var bytes = firstBytes(file);
            if (bytes.length > MOST_BYTES) {
                return wrong("is larger than 64 KiB: " + file);
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
            if (mayBeNone && text.isEmpty()) {
                return NONE;
            }
            var problem = text.isEmpty()
                    ? "is an empty file: " + file
                    : setting.rule().problem(text);
            return new FileContent(text, problem);
        } catch (IOException e) {
            return wrong("cannot be read: " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Null if there is none and need not be one.
     *
     * @throws InvalidConfigurationException if it cannot be used
     */
    Secret secret(SecretSetting setting) {
        if (!isUsable()) {
            throw new InvalidConfigurationException(setting.fileProperty(), problem);
        }
        return text == null ? null : Secret.of(text);
    }

    boolean isUsable() {
        return problem == null;
    }

    private static byte[] firstBytes(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(MOST_BYTES + 1);
        }
    }

    private static FileContent wrong(String problem) {
        return new FileContent(null, Objects.requireNonNull(problem));
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "FileContent[" + problem + "]";
    }
}
