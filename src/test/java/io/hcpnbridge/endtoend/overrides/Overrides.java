package io.hcpnbridge.endtoend.overrides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that an integration engineer lays over those in the jar, and the settings that point to them. */
final class Overrides {
    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** Nothing yet, below this folder. */
    Overrides(Path folder) {
        this.folder = folder;
    }

    /** A file of routes. */
    Overrides routes(String name, byte[] content) {
        write(folder.resolve("routes").resolve(name), content);
        settings.put("bridge.routes", folder.resolve("routes").toUri() + "*.camel.yaml,classpath:routes/*.camel.yaml");
        return this;
    }

    Overrides routes(String name, String content) {
        return routes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole folder of an interface as it ships, under a name, with one file replaced or added. */
    Overrides mapping(String shipped, String name, String file, byte[] content) {
        var target = folder.resolve("mappings").resolve(name);
        try (var files = Files.list(Path.of("mappings").resolve(shipped))) {
            for (Path source : files.filter(Files::isRegularFile).toList()) {
                write(target.resolve(source.getFileName()), Files.readAllBytes(source));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(target.resolve(file), content);
        settings.put("bridge.mappings", folder.resolve("mappings").toUri() + ",classpath:mappings/");
        return this;
    }

    Overrides mapping(String name, String file, String content) {
        return mapping(name, name, file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Settings by name. */
    Map<String, String> settings() {
        return settings;
    }

    /** A file as it ships, to change it. */
    static String shipped(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
