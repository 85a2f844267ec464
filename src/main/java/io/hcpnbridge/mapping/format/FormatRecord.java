package io.hcpnbridge.mapping.format;

import java.util.List;
import java.util.Optional;

/**
 * A kind of record as a format file describes it.
 *
 * @param line of the format file; 0 if unknown
 * @param columns in their order
 * @param width that all columns take together; of fixed lengths only
 * @param shortest length of a line that the format file states, and {@code longest}; of fixed lengths only
 */
public record FormatRecord(
        String stream, String name, int line, List<FormatColumn> columns, int width, int shortest, int longest) {
    public FormatRecord {
        columns = List.copyOf(columns);
    }

    /** The columns that hold something of the record. */
    public List<FormatColumn> bound() {
        return columns.stream().filter(FormatColumn::bound).toList();
    }

    /** The column of that name. */
    public Optional<FormatColumn> column(String wanted) {
        return bound().stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    static FormatRecord of(StreamLayout stream, RecordLayout record) {
        List<FormatColumn> columns = record.fields().stream()
                .map(field -> FormatColumn.of(field, stream.line(record.name(), field.name())))
                .toList();
        return new FormatRecord(
                stream.name(),
                record.name(),
                stream.line(record.name()),
                columns,
                record.width(),
                record.shortest(),
                record.longest());
    }
}
