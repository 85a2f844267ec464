package io.hcpnbridge.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A pod's volumes as folders, as the kubelet makes them: owned by root, the group is {@code fsGroup}, and what comes from ConfigMaps
 * and Secrets are links through {@code ..data}, so that all files of a volume change at once. Needs root.
 */
final class Volumes {
    private static final int CONFIG_MAP_MODE = 0644;

    private final Path folder;
    private final int group;
    private final Map<String, Map<String, byte[]>> configMaps;
    private final Map<String, Map<String, byte[]>> secrets;

    Volumes(
            Path folder,
            int group,
            Map<String, Map<String, byte[]>> configMaps,
            Map<String, Map<String, byte[]>> secrets) {
        this.folder = folder;
        this.group = group;
        this.configMaps = configMaps;
        this.secrets = secrets;
    }

    /** Makes the folder of one entry of {@code spec.volumes}. */
    Path make(JsonNode volume) {
        var place = folder.resolve(volume.path("name").asText());
        try {
            Files.createDirectories(place);
            own(place, volume.has("emptyDir") ? 02777 : 02755);
            if (volume.has("configMap")) {
                var source = volume.path("configMap");
                write(place, files(source, configMaps, source.path("name").asText()), mode(source, CONFIG_MAP_MODE));
            } else if (volume.has("projected")) {
                Map<String, byte[]> all = new LinkedHashMap<>();
                for (var source : volume.at("/projected/sources")) {
                    all.putAll(projected(source));
                }
                write(place, all, mode(volume.path("projected"), CONFIG_MAP_MODE));
            } else if (!volume.has("emptyDir")) {
                throw new IllegalStateException("No such volume here: " + volume);
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> projected(JsonNode source) {
        var secret = source.path("secret");
        return source.has("secret")
                ? files(secret, secrets, secret.path("name").asText())
                : files(
                        source.path("configMap"),
                        configMaps,
                        source.at("/configMap/name").asText());
    }

    private static Map<String, byte[]> files(JsonNode source, Map<String, Map<String, byte[]>> all, String name) {
        var data = all.get(name);
        if (data == null) {
            throw new IllegalStateException("Not there: " + name);
        }
        if (!source.has("items")) {
            return data;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (var item : source.path("items")) {
            var value = data.get(item.path("key").asText());
            if (value == null) {
                throw new IllegalStateException(name + " has no " + item);
            }
            files.put(item.path("path").asText(), value);
        }
        return files;
    }

    private void write(Path place, Map<String, byte[]> files, int mode) throws IOException {
        var version = place.resolve("..version");
        Files.createDirectory(version);
        own(version, 02755);
        for (var entry : files.entrySet()) {
            var file = version.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            for (var parent = file.getParent(); !parent.equals(version); parent = parent.getParent()) {
                own(parent, 02755);
            }
            Files.write(file, entry.getValue());
            own(file, mode);
            var top = Path.of(entry.getKey()).getName(0);
            if (!Files.isSymbolicLink(place.resolve(top))) {
                Files.createSymbolicLink(place.resolve(top), Path.of("..data").resolve(top));
            }
        }
        Files.createSymbolicLink(place.resolve("..data"), Path.of("..version"));
    }

    private void own(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:gid", group);
        Files.setAttribute(path, "unix:mode", mode);
    }

    private static int mode(JsonNode source, int otherwise) {
        return source.path("defaultMode").asInt(otherwise);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
