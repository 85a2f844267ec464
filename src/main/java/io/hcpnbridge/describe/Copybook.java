package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.FileKind;

/**
 * A COBOL copybook of the fixed-length lines, fixed format: a record for each kind of line. Names begin with the letter of the record, so
 * that none is a word of the language. Columns with a sign, a decimal point or no value at all are text, for {@code FUNCTION NUMVAL}: a
 * sign stands in front of a negative number only, which no {@code SIGN} clause says.
 */
final class Copybook implements Describer {
    static final int LAST_COLUMN = 72;

    @Override
    public String of(InterfaceMapping mapping) {
        var definition = mapping.definition();
        if (definition.fileKind() != FileKind.FIXED_LENGTH) {
            throw new UnusableException(mapping.name() + " has no fixed-length lines: its files are "
                    + definition.fileKind().text() + "; a copybook describes fixed-length lines only");
        }
        var counting = Counting.of(definition.files());
        var book = new StringBuilder();
        book.append(
                comment(mapping.name() + ": " + definition.settings().title().en()));
        book.append(comment(counting.told() + (counting.isOfCharacters() ? " Convert lines to UTF-16." : "")));
        book.append(comment("Move spaces to a BATCH record before you fill it. Numbers of PIC " + text(counting)
                + " may be blank or have a sign in front: FUNCTION NUMVAL reads them."));
        var digits = new DigitColumns(definition);
        var names = Identifiers.cobol();
        for (var stream : definition.files().streams()) {
            for (var layout : stream.records()) {
                var kind = definition.record(stream.name(), layout.name());
                book.append(new CopybookRecord(kind, counting, digits)
                        .of(names.of(stream.name() + "-" + layout.name()), Part.of(kind, layout)));
            }
        }
        return book.toString();
    }

    static String text(Counting counting) {
        return counting.isOfCharacters() ? "N" : "X";
    }

    static String comment(String text) {
        return Comment.of("      * ", text);
    }
}
