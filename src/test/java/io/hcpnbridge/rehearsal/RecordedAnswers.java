package io.hcpnbridge.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.check.mapping.RecordedSteps;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Adds what a run recorded to {@code samples/recorded.json} of each interface: one step of each shape, none that is large. */
final class RecordedAnswers {
    private static final int LARGEST = 20_000;

    private RecordedAnswers() {}

    static void add(Map<String, List<ObjectNode>> recorded) {
        recorded.forEach((iface, steps) -> {
            var file = Path.of("mappings", iface, "samples", "recorded.json");
            Map<String, JsonNode> kept = new LinkedHashMap<>();
            before(file).forEach(step -> kept.put(shape(step), step));
            steps.stream()
                    .filter(step -> ExactJson.bytes(step).length < LARGEST)
                    .forEach(step -> kept.putIfAbsent(shape(step), step));
            var mapping = new MappingCatalog(new MappingSource("file:mappings/")).current(iface);
            write(
                    file,
                    kept.values().stream()
                            .map(step -> ExactJson.text(RecordedSteps.completed(mapping, step)))
                            .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        });
    }

    /** What distinguishes one step from another: who is asked, what is said, and which members there are. */
    private static String shape(JsonNode step) {
        var paths = new TreeSet<String>();
        for (var part : List.of("record", "cursor", "response")) {
            paths(step.path(part), part, paths);
        }
        return step.path("generation") + " " + step.path("site") + " " + step.path("api") + " "
                + step.at("/judgement/verdict") + " " + step.at("/judgement/code") + " " + step.at("/cursor/step")
                + paths;
    }

    private static void paths(JsonNode node, String path, TreeSet<String> paths) {
        paths.add(path);
        node.properties().forEach(member -> paths(member.getValue(), path + "." + member.getKey(), paths));
        if (node.isArray()) {
            node.forEach(item -> paths(item, path + "[]", paths));
        }
    }

    private static JsonNode before(Path file) {
        try {
            return Files.exists(file)
                    ? ExactJson.read(Files.readAllBytes(file))
                    : ExactJson.mapper().createArrayNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
