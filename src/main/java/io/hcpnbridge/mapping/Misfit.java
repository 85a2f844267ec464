package io.hcpnbridge.mapping;

/**
 * Something that a response mapping gave and that cannot be answered. Holds no value of the partner's but numbers.
 *
 * @param row kind of the row that it stands in; empty for the result
 * @param column empty if it is about the row as a whole
 * @param rule that it breaks, in plain English
 */
public record Misfit(String row, String column, String rule) {
    /** Where it stands: {@code the column statusText of a row order}. */
    public String place() {
        String of = row.isEmpty() ? "of the result" : "of a row " + row;
        return column.isEmpty() ? "a row " + row : "the column " + column + " " + of;
    }

    /** For people: {@code the column statusText of a row order is not known (orders.detail/interface.yaml)}. */
    public String text(String iface) {
        return place() + " " + rule + " (" + iface + "/interface.yaml)";
    }
}
