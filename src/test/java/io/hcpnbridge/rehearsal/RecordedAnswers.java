package io.hcpnbridge.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.check.mapping.RecordedSteps;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes what a run recorded into {@code samples/recorded.json} of each interface: all that the partner answered to the samples, so that
 * a try can play them. What the mappings gave stands with the first step of each shape only; the check compares it.
 */
final class RecordedAnswers {
    /** Several workers answer at once; a document's own steps keep their order. */
    private static final Comparator<ObjectNode> BY_DOCUMENT =
            Comparator.comparing(step -> step.at("/record/document").textValue());

    private RecordedAnswers() {}

    static void write(Map<String, List<ObjectNode>> recorded) {
        recorded.forEach((iface, steps) -> {
            var mapping = new MappingCatalog(new MappingSource("file:mappings/")).current(iface);
            var file = Path.of("mappings", iface, "samples", "recorded.json");
            var before = before(file);
            Map<JsonNode, ObjectNode> kept = new LinkedHashMap<>();
            steps.stream()
                    .sorted(BY_DOCUMENT)
                    .forEach(step -> kept.putIfAbsent(timeless(step), before.getOrDefault(timeless(step), step)));
            var shapes = new HashSet<String>();
            write(
                    file,
                    kept.values().stream()
                            .map(step -> completed(mapping, step, shapes.add(shape(step))))
                            .map(ExactJson::text)
                            .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        });
    }

    /** Steps that were recorded before keep their time: only what the partner says otherwise, or the first time, is a change. */
    private static Map<JsonNode, ObjectNode> before(Path file) {
        Map<JsonNode, ObjectNode> before = new HashMap<>();
        if (Files.exists(file)) {
            read(file).forEach(step -> before.put(timeless(step), without(step, "request", "given")));
        }
        return before;
    }

    private static ObjectNode timeless(JsonNode step) {
        return (ObjectNode) ExactJson.read(ExactJson.text(without(step, "now", "request", "given")));
    }

    private static JsonNode completed(InterfaceMapping mapping, ObjectNode step, boolean isFirstOfItsShape) {
        var completed = RecordedSteps.completed(mapping, step);
        return isFirstOfItsShape ? completed : without(completed, "given");
    }

    private static ObjectNode without(JsonNode step, String... members) {
        ObjectNode less = step.deepCopy();
        less.remove(List.of(members));
        return less;
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

    private static JsonNode read(Path file) {
        try {
            return ExactJson.read(Files.readAllBytes(file));
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
