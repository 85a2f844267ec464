package io.hcpnbridge.mapping.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import io.hcpnbridge.text.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The functions that mappings have beyond JSLT's own. */
final class Functions {
    private static final List<Function> ALL = List.of(
            new Fixed("decimal", 1, in -> Decimals.decimal(in[0])),
            new Fixed("decimal-add", 2, in -> Decimals.add(in[0], in[1])),
            new Fixed("decimal-sum", 1, in -> Decimals.sum(in[0])),
            new Fixed("decimal-shift", 2, in -> Decimals.shift(in[0], in[1])),
            new Fixed("year-windows", 2, in -> YearWindows.of(in[0], in[1])));

    private Functions() {}

    static List<Function> all() {
        return ALL;
    }

    private interface Body {
        JsonNode of(JsonNode[] arguments);
    }

    /** A function with a fixed number of arguments whose errors name it and them. */
    private record Fixed(String name, int arguments, Body body) implements Function {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return arguments;
        }

        @Override
        public int getMaxArguments() {
            return arguments;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] values) {
            try {
                JsonNode result = body.of(values);
                return result == null ? NullNode.getInstance() : result;
            } catch (IllegalArgumentException bad) {
                String given = Arrays.stream(values)
                        .map(value -> Printable.of(value.toString()))
                        .collect(Collectors.joining(", "));
                throw new JsltException(name + "(" + given + "): " + bad.getMessage(), bad);
            }
        }
    }
}
