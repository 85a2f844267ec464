package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.Blanks;
import org.beanio.types.TypeConversionException;
import org.beanio.types.TypeHandler;

/**
 * A column that is more than text. Handlers are configured once while the format is compiled and immutable from then
 * on; their error messages are the rules that people read.
 */
sealed interface ColumnType extends TypeHandler permits LocalTimeHandler, DecimalHandler, WholeNumberHandler {
    /** @throws IllegalArgumentException naming what is missing or wrong in the handler's properties */
    void checkConfigured();

    /** The value that a column's text stands for, never null; {@code text} has no blanks around it. */
    Object read(String text) throws TypeConversionException;

    /** The column's text for a value, without padding. */
    String written(JsonNode value) throws TypeConversionException;

    JsonNode json(Object value);

    @Override
    default Object parse(String text) throws TypeConversionException {
        String value = text == null ? "" : Blanks.without(text);
        return value.isEmpty() ? null : read(value);
    }

    /** Values arrive here as the column's text already, from {@link #written}, or as a default of the format. */
    @Override
    default String format(Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        try {
            return written(json(value));
        } catch (TypeConversionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
