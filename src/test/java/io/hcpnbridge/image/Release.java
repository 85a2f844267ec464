package io.hcpnbridge.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart with some values: its pods and its ConfigMaps. */
final class Release {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> manifests;

    private Release(List<JsonNode> manifests) {
        this.manifests = manifests;
    }

    /** @param folder for the values file */
    static Release of(Map<String, Object> values, Path folder) {
        var file = folder.resolve("values.json");
        try {
            Files.write(file, JSON.writeValueAsBytes(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var rendered = new Helm(Path.of("helm"))
                .template()
                .withName("checked")
                .withKubeVersion("1.34.0")
                .withValuesFile(file)
                .call();
        List<JsonNode> manifests = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(rendered)) {
            if (document != null) {
                manifests.add(JSON.valueToTree(document));
            }
        }
        return new Release(manifests);
    }

    /** What {@code spec.template.spec} says of the only object of a kind. */
    JsonNode pod(String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .map(manifest -> manifest.at("/spec/template/spec"))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Map<String, byte[]>> configMaps() {
        Map<String, Map<String, byte[]>> all = new LinkedHashMap<>();
        for (var manifest : manifests) {
            if (manifest.path("kind").asText().equals("ConfigMap")) {
                Map<String, byte[]> files = new LinkedHashMap<>();
                manifest.path("data")
                        .properties()
                        .forEach(file ->
                                files.put(file.getKey(), Volumes.bytes(file.getValue().asText())));
                all.put(manifest.at("/metadata/name").asText(), files);
            }
        }
        return all;
    }
}
