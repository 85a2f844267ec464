package io.hcpnbridge.mapping;

import io.hcpnbridge.text.Words;

/**
 * Something that a response mapping gave and that cannot be answered. Holds no value of the partner's but numbers.
 *
 * @param row kind of the row that it stands in; empty for the result
 * @param column empty if it is about the row as a whole
 * @param rule that it breaks
 */
public record Misfit(String row, String column, Words rule) {
    /** Where it stands: {@code the column statusText of a row order}. */
    public Words place() {
        if (column.isEmpty()) {
            return Words.of("a row %s", "%s 行", row);
        }
        return row.isEmpty()
                ? Words.of("the column %s of the result", "结果的列 %s", column)
                : Words.of("the column %s of a row %s", "%2$s 行的列 %1$s", column, row);
    }

    /** For people: {@code the column statusText of a row order is not known (orders.detail/interface.yaml)}. */
    public Words text(String iface) {
        return Words.of("%s %s (%s/interface.yaml)", "%s%s（%s/interface.yaml）", place(), rule, iface);
    }
}
