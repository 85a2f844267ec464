package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import org.beanio.types.TypeConversionException;

/** Whole numbers of at most 18 digits, with leading zeros and a sign in front or behind; written with it in front. */
public final class WholeNumberHandler implements ColumnType {
    @Override
    public Class<?> getType() {
        return Long.class;
    }

    @Override
    public void checkConfigured() {
        // nothing to configure
    }

    @Override
    public Object read(String text) throws TypeConversionException {
        return exact(NumberText.read(text, false, "must be a whole number: digits with at most one sign"));
    }

    @Override
    public String written(JsonNode value) throws TypeConversionException {
        return Long.toString(exact(NumberText.of(value)));
    }

    @Override
    public JsonNode json(Object value) {
        return LongNode.valueOf((Long) value);
    }

    private static long exact(BigDecimal number) throws TypeConversionException {
        try {
            return number.longValueExact();
        } catch (ArithmeticException unfit) {
            throw new TypeConversionException("must be a whole number of at most 18 digits", unfit);
        }
    }
}
