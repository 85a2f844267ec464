package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.RecordKind;

/** One record of a copybook: its columns on level 05, the values that they may have as condition names. */
final class CopybookRecord {
    private final RecordKind kind;
    private final Counting counting;
    private final DigitColumns digits;
    private final CobolLiterals literals;
    private final Identifiers names = Identifiers.cobol();
    private final String prefix;
    private final StringBuilder text = new StringBuilder();

    CopybookRecord(RecordKind kind, Counting counting, DigitColumns digits) {
        this.kind = kind;
        this.counting = counting;
        this.digits = digits;
        literals = new CobolLiterals(counting);
        prefix = (kind.letter().matches("[A-Za-z0-9]") ? kind.letter() : "rec") + "-";
    }

    String of(String name, Iterable<Part> parts) {
        text.append(Copybook.comment("")).append(Copybook.comment(kind.about().en()));
        text.append("       01  ").append(name).append(".\n");
        for (var part : parts) {
            if (part.isLetter()) {
                item(names.of(prefix + "letter"), picture(part.length()));
                condition(
                        names.of(kind.name() + "-line"),
                        literals.of(part.field().literal()));
            } else if (part.column().isPresent()) {
                column(part, part.column().get());
            } else {
                item("FILLER", picture(part.length()));
            }
        }
        return text.toString();
    }

    private void column(Part part, Column column) {
        var isDigits = digits.has(kind, column);
        text.append(part.meaning().isEmpty() ? "" : Copybook.comment(part.meaning()));
        item(names.of(prefix + column.name()), isDigits ? digits(column) : picture(part.length()));
        for (JsonNode value : column.schema().path("enum")) {
            condition(
                    names.of(prefix + column.name() + "-" + value.asText().replaceFirst("^-(?=\\d)", "minus-")),
                    isDigits ? value.decimalValue().toPlainString() : literals.of(part.field(), value));
        }
    }

    private String picture(int length) {
        return Copybook.text(counting) + "(" + length + ")";
    }

    private String digits(Column column) {
        int decimals = column.decimals().orElse(0);
        return "9(" + (column.length() - decimals) + ")" + (decimals > 0 ? "V9(" + decimals + ")" : "")
                + (counting.isOfCharacters() ? " USAGE NATIONAL" : "");
    }

    private void item(String name, String picture) {
        text.append("           05  ")
                .append(name)
                .append(" PIC ")
                .append(picture)
                .append(".\n");
    }

    /** None of a value that is longer than a line. */
    private void condition(String name, String literal) {
        var begin = "               88  " + name;
        var value = " VALUE " + literal + ".\n";
        if (begin.length() + value.length() <= Copybook.LAST_COLUMN + 1) {
            text.append(begin).append(value);
        } else if (18 + value.length() <= Copybook.LAST_COLUMN + 1) {
            text.append(begin).append('\n').append(" ".repeat(18)).append(value);
        }
    }
}
