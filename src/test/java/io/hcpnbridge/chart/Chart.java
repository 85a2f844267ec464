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
public final class Chart {
    static final Path FOLDER = Path.of("helm");

    /** Another name and another namespace than anybody's habit, so that nothing may rely on one. */
    static final String RELEASE = "money";

    static final String NAMESPACE = "space-of-a-test";

    /** Says that an object is a hook, in the names of its annotations. */
    static final String HOOK = "helm.sh/hook";

    /** The library leaves hooks out. In a copy of the chart they bear another mark, and are objects like others. */
    private static final String MARK = "example.com/hook";

    /** One for each process of tests: they run side by side. */
    private static final Path COPY =
            Path.of("target", "chart", "with-hooks-" + ProcessHandle.current().pid());

    private static final String KUBERNETES = "1.35.0";

    private static final Map<List<String>, Manifests> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /** The chart's values with these over them. */
    static JsonNode merged(List<String> values) {
        var merged = (ObjectNode) Yaml.one(text(FOLDER.resolve("values.yaml")));
        values.forEach(text -> merge(merged, Yaml.one(text)));
        return merged;
    }

    /**
     * Renders the chart, hooks and tests included; the same values are rendered once.
     *
     * @param values values files' contents, the later over the earlier
     * @throws IllegalStateException what Helm says if it refuses
     */
    public static Manifests render(List<String> values) {
        return RENDERED.computeIfAbsent(
                values, key -> Manifests.parse(template(Copy.FOLDER, values).replace(MARK, HOOK)));
    }

    /** The text of all manifests without hooks, as {@code helm template --no-hooks} gives it. */
    static String template(List<String> values) {
        return template(FOLDER, values);
    }

    /** What NOTES.txt warns of, with these values. */
    static List<String> warnings(List<String> values) {
        return inFolder(folder -> {
            var copy = folder.resolve("chart");
            FileSystemUtils.copyRecursively(FOLDER, copy);
            try (var files = Files.list(copy.resolve("templates"))) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                    Files.delete(file);
                }
            }
            Files.writeString(
                    copy.resolve("templates/told.yaml"),
                    "told: {{ include \"bridge.warnings\" . | fromJsonArray | toJson }}\n");
            return Pod.elements(Yaml.one(template(copy, values)).path("told"))
                    .map(JsonNode::asText)
                    .toList();
        });
    }

    private static String template(Path chart, List<String> values) {
        return inFolder(folder -> {
            var command = new Helm(chart)
                    .template()
                    .withName(RELEASE)
                    .withNamespace(NAMESPACE)
                    .withKubeVersion(KUBERNETES);
            for (Path file : write(folder, values)) {
                command.withValuesFile(file);
            }
            return command.call();
        });
    }

    /** Made once, when it is needed first. */
    private static final class Copy {
        private static final Path FOLDER = make();

        private static Path make() {
            try {
                FileSystemUtils.deleteRecursively(COPY);
                FileSystemUtils.copyRecursively(Chart.FOLDER, COPY);
                try (var files = Files.walk(COPY.resolve("templates"))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.writeString(file, Files.readString(file).replace(HOOK, MARK));
                    }
                }
                return COPY;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What {@code helm lint --strict} objects to, with these values as the chart's own. */
    static List<String> lint(List<String> values) {
        return inFolder(folder -> {
            var copy = folder.resolve("chart");
            FileSystemUtils.copyRecursively(FOLDER, copy);
            Files.writeString(copy.resolve("values.yaml"), new ObjectMapper().writeValueAsString(merged(values)));
            var result = new Helm(copy).lint().strict().call();
            var findings = new ArrayList<>(result.getMessages());
            findings.removeIf(finding -> finding.isBlank() || finding.startsWith("[INFO]"));
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
