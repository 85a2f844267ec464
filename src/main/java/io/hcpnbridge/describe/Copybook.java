package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.format.FieldLayout;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.RecordLayout;
import io.hcpnbridge.mapping.format.StreamLayout;
import java.util.Optional;

/**
 * A COBOL copybook of the fixed-length lines, fixed format: a record for each kind of line, its letter as a condition name. Numbers are
 * digits with leading zeros; what may have a sign or a decimal point is text, for {@code FUNCTION NUMVAL}. Names begin with the letter
 * of the record, so that none is a word of the language.
 */
final class Copybook implements Describer {
    private static final int LAST_COLUMN = 72;

    @Override
    public String of(InterfaceMapping mapping) {
        var definition = mapping.definition();
        if (definition.fileKind() != FileKind.FIXED_LENGTH) {
            throw new UnusableException(mapping.name() + " has no fixed-length lines: its files are "
                    + definition.fileKind().text() + "; a copybook describes fixed-length lines only");
        }
        var book = new StringBuilder();
        comment(book, mapping.name() + ": " + definition.settings().title().en());
        for (var stream : definition.files().streams()) {
            stream.records().forEach(layout -> record(book, definition, stream, layout));
        }
        return book.toString();
    }

    private static void record(
            StringBuilder book, InterfaceDefinition definition, StreamLayout stream, RecordLayout layout) {
        var kind = definition.record(stream.name(), layout.name());
        var names = Identifiers.cobol();
        comment(book, "");
        comment(book, kind.about().en());
        line(book, 7, "01  " + Identifiers.cobol().of(stream.name() + "-" + layout.name()) + ".");
        for (var field : layout.fields()) {
            item(book, kind, field, names);
        }
    }

    private static void item(StringBuilder book, RecordKind kind, FieldLayout field, Identifiers names) {
        var column = field.literal() == null ? kind.column(field.name()) : Optional.<Column>empty();
        column.map(Meaning::plain).filter(text -> !text.isEmpty()).ifPresent(text -> comment(book, text));
        if (field.literal() != null) {
            line(book, 11, "05  " + names.of(kind.letter() + "-letter") + " PIC X(" + field.length() + ").");
            line(book, 15, "88  " + names.of(kind.name() + "-line") + " VALUE '" + field.literal() + "'.");
        } else if (!field.bound()) {
            line(book, 11, "05  FILLER PIC X(" + field.length() + ").");
        } else {
            line(
                    book,
                    11,
                    "05  " + names.of(kind.letter() + "-" + field.name()) + " PIC " + picture(column, field.length())
                            + ".");
        }
    }

    private static String picture(Optional<Column> column, int length) {
        var digits = column.filter(Copybook::isDigits);
        if (digits.isEmpty()) {
            return "X(" + length + ")";
        }
        return digits.get()
                .decimals()
                .filter(decimals -> decimals > 0 && decimals < length)
                .map(decimals -> "9(" + (length - decimals) + ")V9(" + decimals + ")")
                .orElse("9(" + length + ")");
    }

    /** A whole number that cannot be below zero. */
    private static boolean isDigits(Column column) {
        return switch (column.kind()) {
            case NUMBER -> column.schema().path("minimum").asLong(column.needed() ? 0 : -1) >= 0;
            case TEXT, AMOUNT, TIME, BLANK -> false;
        };
    }

    private static void comment(StringBuilder book, String text) {
        for (var part : Lines.of(ascii(text), LAST_COLUMN - 8)) {
            line(book, 6, ("* " + part).stripTrailing());
        }
    }

    private static void line(StringBuilder book, int blanks, String text) {
        book.append(" ".repeat(blanks)).append(text).append('\n');
    }

    /** Compilers read the code page of their machine. */
    private static String ascii(String text) {
        return text.replace("`", "")
                .replace('–', '-')
                .replaceAll("[^\\p{ASCII}]", "")
                .strip()
                .replace("  ", " ")
                .replaceAll(" ([,;:.])", "$1");
    }
}
