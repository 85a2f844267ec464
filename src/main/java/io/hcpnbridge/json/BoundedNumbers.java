package io.hcpnbridge.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/**
 * Keeps decimals as they are, but only those that can be written plainly: eleven characters such as {@code 1e999999999} would
 * take a gigabyte wherever they are written, added or scaled.
 */
final class BoundedNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DIGITS = 1_000;

    BoundedNumbers() {
        super(true);
    }

    @Override
    public ValueNode numberNode(BigDecimal number) {
        if (number != null && (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS)) {
            throw new MalformedJsonException("a number has more than " + MOST_DIGITS + " digits", null);
        }
        return super.numberNode(number);
    }
}
