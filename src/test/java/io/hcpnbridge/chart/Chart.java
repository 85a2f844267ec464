package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;

/** The chart in {@code helm/}, as Helm itself reads it. */
final class Chart {
    static final Path FOLDER = Path.of("helm");

    /** Another name and another namespace than anybody's habit, so that nothing may rely on one. */
    static final String RELEASE = "money";

    static final String NAMESPACE = "space-of-a-test";

    private static final Map<List<String>, String> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /** The default values. */
    static JsonNode defaults() {
        return Yaml.one(text(FOLDER.resolve("values.yaml")));
    }

    /**
     * Renders the chart; the same values are rendered once.
     *
     * @param values values files' contents, the later over the earlier
     * @throws IllegalStateException what Helm says if it refuses
     */
    static Manifests render(List<String> values) {
        return Manifests.parse(template(values));
    }

    /** The text of all manifests. */
    static String template(List<String> values) {
        return RENDERED.computeIfAbsent(values, key -> inFolder(folder -> {
            var command =
                    new Helm(FOLDER).template().withName(RELEASE).withNamespace(NAMESPACE);
            for (Path file : write(folder, key)) {
                command.withValuesFile(file);
            }
            return command.call();
        }));
    }

    /** What {@code helm lint --strict} says, with these values as the chart's own: one line for each finding. */
    static List<String> lint(List<String> values) {
        return inFolder(folder -> {
            var copy = folder.resolve("chart");
            FileSystemUtils.copyRecursively(FOLDER, copy);
            var merged = (ObjectNode) defaults();
            values.forEach(text -> merge(merged, Yaml.one(text)));
            Files.writeString(copy.resolve("values.yaml"), new ObjectMapper().writeValueAsString(merged));
            var result = new Helm(copy).lint().strict().call();
            var findings = new ArrayList<>(result.getMessages());
            findings.removeIf(String::isBlank);
            if (result.isFailed() && findings.isEmpty()) {
                findings.add("failed");
            }
            return findings;
        });
    }

    /** As Helm does it: objects are merged, everything else is replaced, and null takes a default away. */
    private static void merge(ObjectNode under, JsonNode over) {
        over.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                under.remove(entry.getKey());
            } else if (entry.getValue().isObject() && under.path(entry.getKey()) instanceof ObjectNode below) {
                merge(below, entry.getValue());
            } else {
                under.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static List<Path> write(Path folder, List<String> values) throws IOException {
        var files = new ArrayList<Path>();
        for (String text : values) {
            files.add(Files.writeString(folder.resolve("values-" + files.size() + ".yaml"), text));
        }
        return files;
    }

    private interface Work<T> {
        T in(Path folder) throws IOException;
    }

    private static <T> T inFolder(Work<T> work) {
        try {
            var folder = Files.createTempDirectory("chart-");
            try {
                return work.in(folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
