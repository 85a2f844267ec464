package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code shared/records.yaml}: the records that every interface has, whatever it is about. */
final class FrameYaml {
    static final String FILE = "shared/records.yaml";

    /** The columns that the adapter reads or fills. */
    private static final Map<String, Map<String, List<String>>> COLUMNS = Map.of(
            "batch",
            Map.of(
                    "header", List.of("interface", "batchNumber", "createdAt", "tenant"),
                    "record", List.of(),
                    "trailer", List.of("count")),
            "answer",
            Map.of(
                    "header", List.of("interface", "batchNumber", "createdAt", "tenant"),
                    "result", List.of("document", "status", "code", "rows"),
                    "text", List.of("document", "text"),
                    "row", List.of("document"),
                    "sum", List.of("field", "key", "amount", "count"),
                    "trailer", List.of("records", "rows", "ok", "partial", "refused", "failed", "inDoubt")),
            "refusal",
            Map.of(
                    "header", List.of("interface", "batchNumber", "tenant", "file"),
                    "problem", List.of("line", "field", "value", "rule"),
                    "trailer", List.of("problems")));

    /** Columns that the adapter fills as well, if they are there. */
    private static final Set<String> MORE = Set.of("answer/trailer/pending", "refusal/header/createdAt");

    private final DefinitionFiles files;
    private final YamlSection root;
    private final ColumnsYaml columns;

    FrameYaml(DefinitionFiles files, ColumnsYaml columns) {
        this.files = files;
        root = YamlSection.of(files.path(FILE), files.required(FILE), COLUMNS.keySet());
        this.columns = columns;
    }

    /** A record of the frame. */
    RecordKind record(String stream, String name) {
        YamlSection record = root.section(stream, COLUMNS.get(stream).keySet())
                .section(name, Set.of("letter", "en", "zh", "columns"));
        List<Column> read = record.has("columns") ? columns.read(record.section("columns", null)) : List.of();
        for (String needed : COLUMNS.get(stream).get(name)) {
            if (read.stream().noneMatch(column -> column.name().equals(needed))) {
                throw record.error("columns", "must have " + needed);
            }
        }
        if (!stream.equals("batch")) {
            read.forEach(column -> checkFilled(stream, name, column));
        }
        return new RecordKind(
                name, record.place("columns"), record.text("letter").orElse(""), record.words(), read);
    }

    /** @throws MappingException if the adapter has nothing to write into the column */
    void checkFilled(String stream, String name, Column column) {
        String place = stream + "/" + name;
        List<String> filled = COLUMNS.get(stream).get(name);
        if (!filled.contains(column.name())
                && !MORE.contains(place + "/" + column.name())
                && column.kind() != ValueKind.BLANK) {
            Place at = column.place();
            throw new MappingException(
                    files.path(at.file()),
                    at.line(),
                    place + " has " + column.name() + ", which nobody fills" + Nearest.advice(column.name(), filled));
        }
    }
}
