package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.FileKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** An interface as it is defined, and what follows from that. */
public final class InterfaceDefinition {
    static final Set<String> FRAME = Set.of("header", "result", "text", "sum", "trailer");

    private final InterfaceSettings settings;
    private final FileLook look;
    private final Map<String, List<RecordKind>> streams;

    InterfaceDefinition(InterfaceSettings settings, FileLook look, Map<String, List<RecordKind>> streams) {
        this.settings = settings;
        this.look = look;
        this.streams = Map.copyOf(streams);
    }

    /**
     * Reads it.
     *
     * @throws io.hcpnbridge.mapping.problem.MappingException with everything that is wrong in it
     */
    public static InterfaceDefinition read(DefinitionFiles files) {
        return new InterfaceYaml(files).definition();
    }

    public InterfaceSettings settings() {
        return settings;
    }

    /** What kind of files it has. */
    public FileKind fileKind() {
        return look.kind();
    }

    /** The kinds of records of {@code batch}, {@code answer} or {@code refusal}, in their order. */
    public List<RecordKind> records(String stream) {
        return streams.get(stream);
    }

    /** One of them. */
    public RecordKind record(String stream, String name) {
        return records(stream).stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no record " + stream + "/" + name));
    }

    /** What the ERP writes for one document. */
    public RecordKind record() {
        return record("batch", "record");
    }

    /** The kinds of rows that an answer can have. */
    public List<RecordKind> rows() {
        return records("answer").stream().filter(isFrame().negate()).toList();
    }

    /** How its files look. */
    public FileFormat files() {
        return new FileLayouts(look).format(streams);
    }

    /** What a record must be; cross rules are not in it. */
    public JsonNode recordSchema() {
        return Schemas.ofRecord(record());
    }

    /** What a response mapping may give. */
    public JsonNode answerSchema() {
        return Schemas.ofAnswer(rows(), ownColumns("result"));
    }

    /** The columns of a record of the answer's frame that this interface has beyond those that all have. */
    public List<Column> ownColumns(String name) {
        return record("answer", name).columns().stream()
                .filter(column -> column.place().file().equals("interface.yaml") && !column.repeated())
                .toList();
    }

    private static Predicate<RecordKind> isFrame() {
        return kind -> FRAME.contains(kind.name());
    }
}
