package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.problem.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code interface.yaml}: unknown keys are refused, whatever has a default may be left out. */
final class InterfaceYaml {
    private static final String FILE = "interface.yaml";
    private static final Pattern ROUTE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    private static final Set<String> KEYS = Set.of(
            "title",
            "route",
            "effect",
            "caller",
            "apis",
            "file",
            "controls",
            "sums",
            "together",
            "delta",
            "record",
            "answer");
    private static final Set<String> OWN = Set.of("header", "text", "sum", "row");

    private final DefinitionFiles files;
    private final YamlSection root;
    private final FileLook look;
    private final ColumnsYaml columns;
    private final FrameYaml frame;

    InterfaceYaml(DefinitionFiles files) {
        this.files = files;
        root = YamlSection.of(files.path(FILE), files.required(FILE), KEYS);
        look = FileLookYaml.read(root, files);
        columns = new ColumnsYaml(TypesYaml.read(files), look, files.path(FILE).replaceFirst("/.*", ""));
        frame = new FrameYaml(files, columns);
    }

    InterfaceDefinition definition() {
        Mistakes mistakes = new Mistakes();
        InterfaceSettings settings = mistakes.tried(this::settings);
        List<RecordKind> batch = mistakes.tried(this::batch);
        List<RecordKind> answer = batch == null ? null : mistakes.tried(() -> answer(batch.get(1)));
        mistakes.end();
        List<RecordKind> refusal = List.of(
                frame.record("refusal", "header"),
                frame.record("refusal", "problem"),
                frame.record("refusal", "trailer"));
        Map<String, List<RecordKind>> streams = Map.of("batch", batch, "answer", answer, "refusal", refusal);
        mistakes.attempt(() -> new StreamRules(files, look).check(streams));
        mistakes.attempt(() -> new NamedColumns(root, batch, answer).check(settings));
        mistakes.end();
        return new InterfaceDefinition(settings, look, streams);
    }

    private InterfaceSettings settings() {
        return new InterfaceSettings(
                root.section("title", Set.of("en", "zh")).words(),
                root.has("route") ? Optional.of(route()) : Optional.empty(),
                root.oneOf("effect", List.of("read", "write")),
                root.oneOf("caller", List.of("partner", "customer")),
                ApisYaml.read(root, files),
                controls(),
                root.sections("sums", Set.of("row", "field", "by")).stream()
                        .map(sum -> new AnswerSum(sum.required("row"), sum.required("field"), sum.required("by")))
                        .toList(),
                root.has("together") ? together(root.section("together", Set.of("by", "at-most"))) : null,
                root.has("delta") ? delta(root.section("delta", Set.of("row", "when", "by"))) : null);
    }

    private String route() {
        return root.converted("route", "", "must be a verb and an object, such as renew-resources", text -> {
            if (!ROUTE.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    private List<ControlTotal> controls() {
        if (!root.has("controls")) {
            return List.of();
        }
        YamlSection controls = root.section("controls", null);
        return controls.keys().stream()
                .map(name -> new ControlTotal(name, controls.section(name, null).required("sum-of")))
                .toList();
    }

    private static Delta delta(YamlSection delta) {
        List<String> by = delta.has("by") ? delta.texts("by") : List.of();
        if (!delta.has("when")) {
            return new Delta(delta.required("row"), null, null, by);
        }
        YamlSection when = delta.section("when", Set.of("field", "is"));
        return new Delta(delta.required("row"), when.required("field"), when.required("is"), by);
    }

    private static Together together(YamlSection together) {
        return new Together(together.texts("by"), together.number("at-most", 100, 2, 1000));
    }

    private List<RecordKind> batch() {
        RecordKind record =
                frame.record("batch", "record").with(columns.read(root.section("record", null), "repeated"));
        if (record.column("document").filter(Column::needed).isEmpty()) {
            throw root.error("record", "must have a column document: {type: document, needed: yes, …}");
        }
        RecordKind trailer = frame.record("batch", "trailer");
        if (root.has("controls")) {
            trailer = trailer.with(columns.read(root.section("controls", null), "sum-of"));
        }
        return List.of(frame.record("batch", "header"), placed(record, "record"), trailer);
    }

    /** A result repeats what the record has; a row begins with what all rows begin with. */
    private List<RecordKind> answer(RecordKind record) {
        YamlSection answer = root.has("answer") ? root.section("answer", null) : null;
        List<RecordKind> kinds = new ArrayList<>(List.of(
                sameDocument(frame.record("answer", "header"), record),
                result(answer, record),
                sameDocument(frame.record("answer", "text"), record)));
        Mistakes mistakes = new Mistakes();
        for (String name : answer == null ? Set.<String>of() : answer.keys()) {
            if (!Set.of("result", "trailer").contains(name)) {
                mistakes.attempt(() -> kinds.add(row(answer, name, record)));
            }
        }
        mistakes.end();
        if (root.has("sums")) {
            kinds.add(frame.record("answer", "sum"));
        }
        List<Column> ofTrailer = own(answer, "trailer");
        ofTrailer.forEach(column -> frame.checkFilled("answer", "trailer", column));
        kinds.add(frame.record("answer", "trailer").with(ofTrailer));
        return kinds;
    }

    private RecordKind result(YamlSection answer, RecordKind record) {
        return sameDocument(frame.record("answer", "result"), record)
                .with(own(answer, "result"))
                .with(record.columns().stream().filter(Column::repeated).toList());
    }

    private List<Column> own(YamlSection answer, String name) {
        return answer == null || !answer.has(name)
                ? List.of()
                : columns.read(answer.section(name, Set.of("columns")).section("columns", null), ColumnsYaml.TOLD_BY);
    }

    private RecordKind row(YamlSection answer, String name, RecordKind record) {
        if (OWN.contains(name)) {
            throw answer.error(name, "is a record that all answers have; " + FrameYaml.FILE + " says how it looks");
        }
        YamlSection row = answer.section(name, Set.of("letter", "en", "zh", "columns"));
        String letter = look.kind().hasLetters()
                ? row.required("letter")
                : row.text("letter").orElse("");
        return new RecordKind(name, answer.place(name), letter, row.words(), List.of())
                .with(sameDocument(frame.record("answer", "row"), record).columns())
                .with(columns.read(row.section("columns", null), ColumnsYaml.TOLD_BY));
    }

    /** A document's number has as much room in the answer as in the record. */
    private static RecordKind sameDocument(RecordKind kind, RecordKind record) {
        int length = record.column("document").map(Column::length).orElseThrow();
        return new RecordKind(
                kind.name(),
                kind.place(),
                kind.letter(),
                kind.about(),
                kind.columns().stream()
                        .map(column -> column.name().equals("document") ? column.as("document", length) : column)
                        .toList());
    }

    private RecordKind placed(RecordKind kind, String key) {
        return new RecordKind(kind.name(), root.place(key), kind.letter(), kind.about(), kind.columns());
    }
}
