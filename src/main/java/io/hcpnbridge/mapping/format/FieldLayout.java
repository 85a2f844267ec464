package io.hcpnbridge.mapping.format;

/**
 * A field of a record.
 *
 * @param position of its first unit in a fixed-length line, otherwise its number in the record; from 0
 * @param length of a fixed-length column, otherwise its longest value
 * @param literal its only value, or null
 * @param type null when it is plain text
 * @param zeroFilled whether it is right-justified and filled with zeros
 * @param bound whether it is part of the record; otherwise it only fills the line
 */
record FieldLayout(
        String name,
        int position,
        int length,
        String literal,
        ColumnType type,
        boolean identifier,
        boolean required,
        boolean zeroFilled,
        boolean bound) {

    int end() {
        return position + length;
    }

    boolean isNumber() {
        return type instanceof DecimalHandler || type instanceof WholeNumberHandler;
    }
}
