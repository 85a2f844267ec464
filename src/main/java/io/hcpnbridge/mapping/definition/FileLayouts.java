package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.format.AmountType;
import io.hcpnbridge.mapping.format.ColumnType;
import io.hcpnbridge.mapping.format.FieldLayout;
import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.NumberType;
import io.hcpnbridge.mapping.format.RecordLayout;
import io.hcpnbridge.mapping.format.StreamLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where columns stand in files. */
final class FileLayouts {
    /** The name under which pages show what fills a line. */
    static final String FILLER = "reserved";

    private final FileLook look;

    FileLayouts(FileLook look) {
        this.look = look;
    }

    FileFormat format(Map<String, List<RecordKind>> streams) {
        return new FileFormat(
                look.settings(), stream("batch", streams), stream("answer", streams), stream("refusal", streams));
    }

    private StreamLayout stream(String name, Map<String, List<RecordKind>> streams) {
        List<RecordKind> kinds = streams.get(name);
        int line = name.equals("batch")
                ? kinds.stream().mapToInt(this::width).max().orElse(0)
                : 0;
        return new StreamLayout(
                name,
                kinds.stream()
                        .map(kind -> new RecordLayout(kind.name(), fields(kind, line, name.equals("batch"))))
                        .toList());
    }

    /** The length that the columns of a fixed-length line take. */
    int width(RecordKind kind) {
        return kind.letter().length()
                + kind.columns().stream().mapToInt(Column::length).sum();
    }

    /** @param line length of all fixed-length lines of the file; 0 if each kind has a length of its own */
    private List<FieldLayout> fields(RecordKind kind, int line, boolean read) {
        boolean fixed = look.kind() == FileKind.FIXED_LENGTH;
        List<FieldLayout> fields = new ArrayList<>();
        int position = 0;
        if (look.kind().hasLetters()) {
            int length = kind.letter().length();
            fields.add(new FieldLayout("recordType", 0, length, kind.letter(), null, false, true));
            position = fixed ? length : 1;
        }
        for (Column column : kind.columns()) {
            boolean bound = read || column.kind() != ValueKind.BLANK;
            boolean required = read && column.needed() && !kind.name().equals("record");
            fields.add(new FieldLayout(column.name(), position, column.length(), null, type(column), required, bound));
            position += fixed ? column.length() : 1;
        }
        if (fixed && position < line) {
            fields.add(new FieldLayout(FILLER, position, line - position, null, null, false, false));
        }
        return fields;
    }

    private ColumnType type(Column column) {
        return switch (column.kind()) {
            case NUMBER -> new NumberType();
            case AMOUNT -> new AmountType(column.decimals());
            case TIME -> column.time().orElseThrow();
            case TEXT, BLANK -> null;
        };
    }
}
