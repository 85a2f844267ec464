package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.hcpnbridge.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Exact decimals, with leading zeros and a sign in front or behind; written with it in front. A value with more decimals than are implied
 * is an error, never rounded.
 *
 * @param implied number of decimals that the text has without a point: {@code 0012345} with 2 is 123.45; empty: the text has its own
 *     decimal point
 */
public record AmountType(Optional<Integer> implied) implements ColumnType {
    @Override
    public JsonNode read(String text) throws BrokenValueException {
        return DecimalNode.valueOf(implied.isEmpty() ? pointed(text) : unpointed(text, implied.get()));
    }

    /** Digits alone stand as a COBOL program expects them: {@code 000012345}. */
    @Override
    public char filler() {
        return implied.isPresent() ? '0' : ' ';
    }

    private static BigDecimal pointed(String text) throws BrokenValueException {
        return NumberText.read(
                text, true, Words.of("must be a decimal number, e.g. 0012.50 or 12.50-", "必须是十进制数，如 0012.50 或 12.50-"));
    }

    private static BigDecimal unpointed(String text, int scale) throws BrokenValueException {
        Words rule = Words.of(
                "must be digits only, the last %s of them decimals, with at most one sign",
                "只能是数字，末 %s 位为小数，最多带一个正负号", scale);
        return NumberText.read(text, false, rule).movePointLeft(scale).setScale(scale, RoundingMode.UNNECESSARY);
    }

    @Override
    public String written(JsonNode value) throws BrokenValueException {
        BigDecimal number = NumberText.of(value);
        if (implied.isEmpty()) {
            return number.toPlainString();
        }
        try {
            return number.setScale(implied.get(), RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .toString();
        } catch (ArithmeticException tooFine) {
            throw new BrokenValueException(
                    Words.of("has more than the %s decimals that its column holds", "小数超过该列的 %s 位", implied.get()),
                    tooFine);
        }
    }
}
