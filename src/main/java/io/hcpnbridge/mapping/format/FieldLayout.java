package io.hcpnbridge.mapping.format;

/**
 * A column of a record.
 *
 * @param position of its first unit in the line, from 0
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

    /** The column in a line, shorter or empty if the line is too short. */
    String in(String columns) {
        return columns.substring(Math.min(position, columns.length()), Math.min(end(), columns.length()));
    }

    boolean isNumber() {
        return type instanceof DecimalHandler || type instanceof WholeNumberHandler;
    }
}
