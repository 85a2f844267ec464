package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What a pod gets from Secrets as files. */
final class MountedSecrets {
    private MountedSecrets() {}

    /**
     * One key of a Secret.
     *
     * @param secret the Secret's name
     * @param key its key
     * @param path the file in the container
     */
    record Key(String secret, String key, String path) {}

    static List<Key> of(Pod pod) {
        return Pod.elements(pod.container().path("volumeMounts"))
                .flatMap(mount -> pod.volumes().stream()
                        .filter(volume -> volume.path("name").equals(mount.path("name")))
                        .flatMap(volume -> keys(mount.path("mountPath").asText(), volume)))
                .toList();
    }

    private static Stream<Key> keys(String folder, JsonNode volume) {
        var plain = volume.path("secret");
        return Stream.concat(
                items(folder, plain.path("secretName").asText(), plain),
                Pod.elements(volume.at("/projected/sources"))
                        .map(source -> source.path("secret"))
                        .flatMap(source -> items(folder, source.path("name").asText(), source)));
    }

    /** Only listed keys: a whole Secret would bring more than the adapter asks for. */
    private static Stream<Key> items(String folder, String secret, JsonNode source) {
        if (source.isObject() && source.path("items").isEmpty()) {
            throw new IllegalStateException("All keys of " + secret + " are mounted");
        }
        return Pod.elements(source.path("items"))
                .map(item -> new Key(
                        secret,
                        item.path("key").asText(),
                        folder + "/" + item.path("path").asText()));
    }
}
