package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.beanio.types.TypeConversionException;

/**
 * Exact decimals. With {@code scale} the decimals are implied: {@code 0012345} with scale 2 is 123.45; without it the
 * text has its own decimal point. Reads leading zeros and a sign in front or behind; writes the sign in front. A value
 * with more decimals than the scale is an error, never rounded.
 */
public final class DecimalHandler implements ColumnType {
    private static final int UNSET = -1;
    private static final int LARGEST_SCALE = 30;

    private int scale = UNSET;

    /** Number of implied decimals, 0 to 30. */
    public void setScale(int scale) {
        this.scale = scale;
    }

    @Override
    public Class<?> getType() {
        return BigDecimal.class;
    }

    @Override
    public void checkConfigured() {
        if (scale < UNSET || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException("scale must be between 0 and " + LARGEST_SCALE);
        }
    }

    @Override
    public Object read(String text) throws TypeConversionException {
        if (scale == UNSET) {
            return NumberText.read(text, true, "must be a decimal number, e.g. 0012.50 or 12.50-");
        }
        String rule = "must be digits only, the last " + scale + " of them decimals, with at most one sign";
        return NumberText.read(text, false, rule).movePointLeft(scale).setScale(scale, RoundingMode.UNNECESSARY);
    }

    @Override
    public String written(JsonNode value) throws TypeConversionException {
        BigDecimal number = NumberText.of(value);
        if (scale == UNSET) {
            return number.toPlainString();
        }
        try {
            return number.setScale(scale, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .toString();
        } catch (ArithmeticException tooFine) {
            throw new TypeConversionException(
                    "has more than the " + scale + " decimals that its column holds", tooFine);
        }
    }

    @Override
    public JsonNode json(Object value) {
        return DecimalNode.valueOf((BigDecimal) value);
    }
}
