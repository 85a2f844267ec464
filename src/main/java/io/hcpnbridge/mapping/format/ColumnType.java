package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;

/** A column that is more than text. Immutable; its error messages are the rules that people read. */
public sealed interface ColumnType permits TimeType, AmountType, NumberType {
    /**
     * What the column's text stands for, null if it stands for nothing.
     *
     * @param text has no blanks around it and is not empty
     */
    JsonNode read(String text) throws BrokenValueException;

    /** The column's text for a value, without padding. */
    String written(JsonNode value) throws BrokenValueException;

    /** Whether it holds numbers only. */
    default boolean isNumber() {
        return true;
    }

    /** What fills a fixed-length column in front of the text; the blank if that stands left instead. */
    default char filler() {
        return ' ';
    }
}
