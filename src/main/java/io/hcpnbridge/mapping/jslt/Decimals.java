package io.hcpnbridge.mapping.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Exact arithmetic for mappings. What is not known (null) stays not known. */
final class Decimals {
    /** Also 1.5E-7: partners that send numbers as texts print them so. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,60}(\\.\\d{1,60})?([eE][+-]?\\d{1,2})?");

    private static final int FARTHEST_SHIFT = 30;

    private Decimals() {}

    /** A number, or a text that holds one, as an exact decimal; null and the empty text are null. */
    static JsonNode decimal(JsonNode value) {
        BigDecimal number = number(value);
        return number == null ? null : DecimalNode.valueOf(number);
    }

    /** Null if either is null. */
    static JsonNode add(JsonNode a, JsonNode b) {
        BigDecimal first = number(a);
        BigDecimal second = number(b);
        return first == null || second == null ? null : DecimalNode.valueOf(first.add(second));
    }

    /** Nulls in the array are left out; null if nothing is left. */
    static JsonNode sum(JsonNode array) {
        if (array.isNull()) {
            return null;
        }
        if (!array.isArray()) {
            throw new IllegalArgumentException("needs an array");
        }
        BigDecimal sum = null;
        for (JsonNode item : array) {
            BigDecimal number = number(item);
            if (number != null) {
                sum = sum == null ? number : sum.add(number);
            }
        }
        return sum == null ? null : DecimalNode.valueOf(sum);
    }

    /** Moves the decimal point to the right, or to the left if {@code places} is negative. */
    static JsonNode shift(JsonNode value, JsonNode places) {
        if (!places.isInt() || Math.abs(places.intValue()) > FARTHEST_SHIFT) {
            throw new IllegalArgumentException("the places must be a whole number, at most " + FARTHEST_SHIFT);
        }
        BigDecimal number = number(value);
        return number == null ? null : DecimalNode.valueOf(number.movePointRight(places.intValue()));
    }

    private static BigDecimal number(JsonNode value) {
        if (value.isNull() || (value.isTextual() && value.textValue().isBlank())) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isTextual() && NUMBER.matcher(value.textValue().strip()).matches()) {
            return new BigDecimal(value.textValue().strip());
        }
        throw new IllegalArgumentException("is not a decimal number");
    }
}
