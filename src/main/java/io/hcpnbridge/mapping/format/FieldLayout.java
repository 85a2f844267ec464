package io.hcpnbridge.mapping.format;

/**
 * A column of a record in a file.
 *
 * @param position of its first unit in a fixed-length line, otherwise its number in the record; from 0
 * @param length of a fixed-length column, otherwise its longest value
 * @param literal its only value, which tells what kind of record it is; null for all others
 * @param type null when it is plain text
 * @param bound whether it is part of the record; otherwise it only fills the line
 */
public record FieldLayout(
        String name, int position, int length, String literal, ColumnType type, boolean required, boolean bound) {
    int end() {
        return position + length;
    }

    /** Whether it holds numbers only. */
    public boolean isNumber() {
        return type != null && type.isNumber();
    }

    /** A text that fits as it stands in a fixed-length line: zeros go between sign and digits; a column without a value is blank. */
    public String filled(String text) {
        int missing = length - text.length();
        if (text.isEmpty() || !isNumber()) {
            return text + " ".repeat(missing);
        }
        String fill = String.valueOf(type.filler()).repeat(missing);
        return text.startsWith("-") && type.filler() == '0' ? "-" + fill + text.substring(1) : fill + text;
    }
}
