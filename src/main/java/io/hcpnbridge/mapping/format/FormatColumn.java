package io.hcpnbridge.mapping.format;

/**
 * A column as a format file describes it.
 *
 * @param line of the format file; 0 if unknown
 * @param position in a fixed-length line, from 0; otherwise its number in the record
 * @param length of a fixed-length column, otherwise its longest value
 * @param number whether it holds numbers only
 * @param time whether it holds times only, which a record has in UTC
 * @param bound whether it holds something of the record; otherwise it tells the kind of the record, or only fills the line
 */
public record FormatColumn(
        String name, int line, int position, int length, boolean number, boolean time, boolean bound) {
    /** Behind its last unit, from 0. */
    public int end() {
        return position + length;
    }

    static FormatColumn of(FieldLayout field, int line) {
        return new FormatColumn(
                field.name(),
                line,
                field.position(),
                field.length(),
                field.isNumber(),
                field.type() instanceof LocalTimeHandler,
                field.bound() && !field.identifier());
    }
}
