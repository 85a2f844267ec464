package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.hcpnbridge.text.Words;
import java.math.BigDecimal;

/**
 * Whole numbers of at most 18 digits, with leading zeros and a sign in front or behind; written with it in front, filled with zeros in
 * a fixed-length column.
 */
public record NumberType() implements ColumnType {
    @Override
    public JsonNode read(String text) throws BrokenValueException {
        return LongNode.valueOf(exact(NumberText.read(
                text, false, Words.of("must be a whole number: digits with at most one sign", "必须是整数：数字，最多带一个正负号"))));
    }

    @Override
    public String written(JsonNode value) throws BrokenValueException {
        return Long.toString(exact(NumberText.of(value)));
    }

    @Override
    public char filler() {
        return '0';
    }

    private static long exact(BigDecimal number) throws BrokenValueException {
        try {
            return number.longValueExact();
        } catch (ArithmeticException unfit) {
            throw new BrokenValueException(
                    Words.of("must be a whole number of at most 18 digits", "必须是最多 18 位的整数"), unfit);
        }
    }
}
