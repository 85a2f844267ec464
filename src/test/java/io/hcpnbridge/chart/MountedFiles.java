package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** What a pod of the adapter finds below {@code /etc/bridge}, laid down in a folder of this machine. */
final class MountedFiles {
    private static final String ROOT = "/etc/bridge";
    private static final String MAPPINGS = ROOT + "/mappings/";

    private final Manifests manifests;
    private final Pod pod;
    private final Path folder;
    private final Map<String, String> secrets;

    private MountedFiles(Manifests manifests, Pod pod, Path folder, Map<String, String> secrets) {
        this.manifests = manifests;
        this.pod = pod;
        this.folder = folder;
        this.secrets = secrets;
    }

    /**
     * Writes all files; in the settings the folder takes the place of {@code /etc/bridge}.
     *
     * @param secrets contents of secret files by the setting that reads them; every other one gets a text
     * @return the folder with {@code application.yaml}
     */
    static Path write(Manifests manifests, Pod pod, Path folder, Map<String, String> secrets) {
        var files = new MountedFiles(manifests, pod, folder, secrets);
        Pod.elements(pod.container().path("volumeMounts")).forEach(files::writeMount);
        return folder.resolve("config");
    }

    private void writeMount(JsonNode mount) {
        var path = mount.path("mountPath").asText();
        var volume = pod.volumes().stream()
                .filter(candidate -> candidate.path("name").equals(mount.path("name")))
                .findFirst()
                .orElseThrow();
        if (volume.has("configMap")) {
            writeConfigMap(path, volume.at("/configMap/name").asText());
        }
        MountedSecrets.of(pod).stream()
                .filter(key -> key.path().startsWith(path + "/"))
                .forEach(key -> put(key.path(), contentOf(key.path())));
        Pod.elements(volume.at("/projected/sources"))
                .map(source -> source.path("configMap"))
                .filter(JsonNode::isObject)
                .forEach(source -> writeItems(path, source));
    }

    /** One that the chart does not bring is somebody's own; of mappings it holds what ships, of others nothing matters. */
    private void writeConfigMap(String path, String name) {
        if (manifests.all("ConfigMap").stream().anyMatch(map -> map.name().equals(name))) {
            Manifest.texts(manifests.named("ConfigMap", name).at("/data"))
                    .forEach((file, text) -> put(path + "/" + file, text));
        } else if (path.startsWith(MAPPINGS)) {
            copyMapping(path.substring(MAPPINGS.length()));
        }
    }

    private void writeItems(String path, JsonNode source) {
        var data = manifests.named("ConfigMap", source.path("name").asText()).at("/data");
        source.path("items")
                .forEach(item -> put(
                        path + "/" + item.path("path").asText(),
                        data.path(item.path("key").asText()).asText()));
    }

    private String contentOf(String path) {
        return Configuration.of(manifests, pod).properties().entrySet().stream()
                .filter(setting -> setting.getValue().equals(path))
                .map(setting -> secrets.getOrDefault(setting.getKey(), "text-of-a-secret"))
                .findFirst()
                .orElse("text-of-a-secret");
    }

    private void copyMapping(String name) {
        try {
            FileSystemUtils.copyRecursively(
                    Path.of("mappings", name), folder.resolve("mappings").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String path, String text) {
        if (!path.startsWith(ROOT + "/")) {
            throw new IllegalStateException(path + " is mounted elsewhere");
        }
        try {
            var file = folder.resolve(path.substring(ROOT.length() + 1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.replace(ROOT + "/", folder + "/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
