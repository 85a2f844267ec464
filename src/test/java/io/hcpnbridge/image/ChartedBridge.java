package io.hcpnbridge.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hcpnbridge.chart.Chart;
import io.hcpnbridge.chart.Manifests;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Starts the image as the chart's Deployment says: as its user, with a read-only root, without capabilities, within its memory, with
 * its ConfigMaps, the Secrets that it names and empty folders. Only the network is the machine's.
 */
final class ChartedBridge {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Podman podman;
    private final String image;
    private final Surroundings surroundings;
    private final Path folder;
    private int started;

    /** @param folder for the pods' volumes */
    ChartedBridge(Podman podman, String image, Surroundings surroundings, Path folder) {
        this.podman = podman;
        this.image = image;
        this.surroundings = surroundings;
        this.folder = folder;
    }

    /** Whether the image was built with a cache ({@code image.aot}). */
    static boolean hasCache() {
        return Boolean.getBoolean("image.aot");
    }

    /** Starts it, with a cache that must hold if it has one, and waits until it is ready. */
    Container start() {
        return start(Map.of());
    }

    /** The same with the value {@code overrides}. */
    Container start(Map<String, Object> overrides) {
        return start(hasCache() ? "-XX:AOTMode=on" : "-XX:AOTMode=off", overrides);
    }

    /** How long it takes until it is ready. */
    long millisToReady(String javaOption) {
        var begin = System.nanoTime();
        try (var container = start(javaOption, Map.of())) {
            var end = System.nanoTime();
            container.stop();
            return Duration.ofNanos(end - begin).toMillis();
        }
    }

    /** Runs the check that comes before an upgrade, without any network, to its end. */
    Container check(Map<String, Object> overrides) {
        var container = start("Job", "none", new Loopback(surroundings, 0), overrides);
        container.exitCode();
        return container;
    }

    private Container start(
            String kind, String network, Loopback loopback, Map<String, Object> overrides, String... environment) {
        Map<String, Object> values = new HashMap<>(loopback.values());
        values.put("overrides", overrides);
        var manifests = Chart.render(List.of(text(values)));
        var pod = manifests.one(kind).pod().orElseThrow().spec();
        var volumes = new Volumes(
                folder.resolve("pod-" + System.identityHashCode(this) + "-" + started++),
                pod.at("/securityContext/fsGroup").asInt(),
                configMaps(manifests),
                loopback.secrets());
        var variables = new ArrayList<>(loopback.environment());
        variables.addAll(List.of(environment));
        return Container.start(podman, image, pod, volumes, network, variables.toArray(String[]::new));
    }

    private Container start(String javaOption, Map<String, Object> overrides) {
        int port = freePort();
        var container = start(
                "Deployment", "host", new Loopback(surroundings, port), overrides, "JAVA_TOOL_OPTIONS=" + javaOption);
        try {
            Awaitility.await("readiness")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> container.readiness(port) == 200 || !container.isRunning());
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(container.output(), e);
        }
        if (!container.isRunning()) {
            throw new IllegalStateException(container.output());
        }
        return container;
    }

    private static Map<String, Map<String, byte[]>> configMaps(Manifests manifests) {
        Map<String, Map<String, byte[]>> all = new HashMap<>();
        for (var configMap : manifests.all("ConfigMap")) {
            Map<String, byte[]> files = new HashMap<>();
            configMap
                    .at("/data")
                    .properties()
                    .forEach(file -> files.put(
                            file.getKey(), Volumes.bytes(file.getValue().asText())));
            all.put(configMap.name(), files);
        }
        return all;
    }

    private static String text(Object values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
