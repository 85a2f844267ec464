package io.hcpnbridge.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The only container of a pod, run by Podman as the pod's description says. */
final class Container implements AutoCloseable {
    private final Podman podman;
    private final JsonNode pod;
    private final String id;

    private Container(Podman podman, JsonNode pod, String id) {
        this.podman = podman;
        this.pod = pod;
        this.id = id;
    }

    /**
     * Starts it.
     *
     * @param pod {@code spec} of a Pod
     * @param network {@code host}: the machine's; {@code none}
     * @param environment further variables, {@code NAME=value}
     */
    static Container start(
            Podman podman, String image, JsonNode pod, Volumes volumes, String network, String... environment) {
        List<String> words = new ArrayList<>(List.of("run", "--detach", "--pull", "never", "--passwd=false"));
        // Limits that any machine grants.
        words.addAll(List.of("--network", network, "--ulimit", "nofile=4096:4096", "--ulimit", "nproc=4096:4096"));
        words.addAll(List.of("--log-driver", "k8s-file"));
        words.addAll(security(pod));
        words.addAll(mounts(pod, volumes));
        var container = container(pod);
        for (var variable : container.path("env")) {
            if (!variable.has("value")) {
                throw new IllegalStateException("No such variable here: " + variable);
            }
            words.addAll(List.of(
                    "--env",
                    variable.path("name").asText() + "="
                            + variable.path("value").asText()));
        }
        List.of(environment).forEach(variable -> words.addAll(List.of("--env", variable)));
        var memory = container.at("/resources/limits/memory").asText();
        if (!memory.isEmpty()) {
            words.addAll(List.of("--memory", memory.replace("Mi", "m").replace("Gi", "g")));
        }
        words.add(image);
        container.path("args").forEach(argument -> words.add(argument.asText()));
        return new Container(podman, pod, podman.call(words).strip());
    }

    /** What it has printed so far. */
    String output() {
        return podman.call("logs", id);
    }

    boolean isRunning() {
        return inspect("{{.State.Running}}").equals("true");
    }

    /** Its answer to the readiness probe, as the kubelet asks it; 0 if nobody listens. */
    int readiness(int port) {
        var path = container(pod).at("/readinessProbe/httpGet/path").asText();
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as Kubernetes does: SIGTERM, and SIGKILL when the grace period is over. Returns the exit code. */
    int stop() {
        podman.call("stop", "--time", pod.path("terminationGracePeriodSeconds").asText(), id);
        return exitCode();
    }

    /** Waits until it has ended by itself. */
    int exitCode() {
        return Integer.parseInt(podman.call("wait", id).strip());
    }

    /** Files of its own root file system that it has made or changed; the way to mount points is none. */
    List<String> changes() {
        var mountPoints = inspect("{{range .Mounts}}{{.Destination}} {{end}}");
        return podman.call("diff", id)
                .lines()
                .filter(line -> !mountPoints.contains(line.substring(2)))
                .toList();
    }

    /** User and name of what runs in it. */
    List<String> processes() {
        return podman.call("top", id, "user", "comm")
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .toList();
    }

    private String inspect(String template) {
        return podman.call("inspect", "--format", template, id).strip();
    }

    /** Takes it away; what it printed stays in {@code target/image/}. */
    @Override
    public void close() {
        try {
            var log = Files.createDirectories(Path.of("target/image"))
                    .resolve("container-" + id.substring(0, 8) + ".log");
            Files.writeString(log, output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        podman.call("rm", "--force", "--time", "0", id);
    }

    private static List<String> security(JsonNode pod) {
        var context = container(pod).path("securityContext");
        List<String> words = new ArrayList<>();
        words.addAll(List.of(
                "--user",
                context.path("runAsUser").asText() + ":"
                        + context.path("runAsGroup").asText()));
        words.addAll(List.of("--group-add", pod.at("/securityContext/fsGroup").asText()));
        if (context.path("readOnlyRootFilesystem").asBoolean()) {
            words.addAll(List.of("--read-only", "--read-only-tmpfs=false"));
        }
        if (!context.path("allowPrivilegeEscalation").asBoolean(true)) {
            words.addAll(List.of("--security-opt", "no-new-privileges"));
        }
        context.at("/capabilities/drop").forEach(name -> words.addAll(List.of("--cap-drop", name.asText())));
        return words;
    }

    private static List<String> mounts(JsonNode pod, Volumes volumes) {
        List<String> words = new ArrayList<>();
        for (var mount : container(pod).path("volumeMounts")) {
            Path folder = null;
            for (var volume : pod.path("volumes")) {
                if (volume.path("name").equals(mount.path("name"))) {
                    folder = volumes.make(volume);
                }
            }
            var mode = mount.path("readOnly").asBoolean() ? "ro" : "rw";
            words.addAll(
                    List.of("--volume", folder + ":" + mount.path("mountPath").asText() + ":" + mode));
        }
        return words;
    }

    private static JsonNode container(JsonNode pod) {
        return pod.at("/containers/0");
    }
}
