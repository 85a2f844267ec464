package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.text.Words;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as old ERPs write them: leading zeros, a sign in front or behind, at most one of them. */
final class NumberText {
    private static final Pattern WHOLE = Pattern.compile("([+-]?)(\\d+)([+-]?)");
    private static final Pattern POINTED = Pattern.compile("([+-]?)(\\d+(?:\\.\\d*)?|\\.\\d+)([+-]?)");
    private static final Pattern JSON = Pattern.compile("-?\\d{1,60}(\\.\\d{1,60})?");

    private NumberText() {}

    /** @param point whether a decimal point may stand in it */
    static BigDecimal read(String text, boolean point, Words rule) throws BrokenValueException {
        Matcher number = (point ? POINTED : WHOLE).matcher(text);
        if (!isAscii(text)
                || !number.matches()
                || (!number.group(1).isEmpty() && !number.group(3).isEmpty())) {
            throw new BrokenValueException(rule);
        }
        BigDecimal size = new BigDecimal(number.group(2));
        return (number.group(1) + number.group(3)).equals("-") ? size.negate() : size;
    }

    /** A JSON number, or a JSON string that holds a plain one, as some APIs send them. */
    static BigDecimal of(JsonNode value) throws BrokenValueException {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isTextual() && JSON.matcher(value.textValue()).matches()) {
            return new BigDecimal(value.textValue());
        }
        throw new BrokenValueException(Words.of("must be a number", "必须是数字"));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit < 0x80);
    }
}
