package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;
import io.hcpnbridge.mapping.format.FieldLayout;
import io.hcpnbridge.mapping.format.RecordLayout;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a line: the letter of its kind, a column, or what only fills it.
 *
 * @param column empty of the letter and of what fills
 */
record Part(FieldLayout field, Optional<Column> column) {
    /** All pieces of a line, in their order. */
    static List<Part> of(RecordKind kind, RecordLayout layout) {
        return layout.fields().stream()
                .map(field -> new Part(
                        field,
                        kind.column(field.name())
                                .filter(column -> field.literal() == null && column.kind() != ValueKind.BLANK)))
                .toList();
    }

    boolean isLetter() {
        return field.literal() != null;
    }

    int length() {
        return field.length();
    }

    /** What programmers should know of it; may be empty. */
    String meaning() {
        return column.map(Meaning::plain).orElse("");
    }
}
