package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Blanks;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The columns of a record and what makes one from a message the same as one from a file. */
final class MessageColumns {
    static final int LONGEST_NAME = 64;
    private static final int LONGEST_TEXT = 4_000;

    private final Set<String> names = new TreeSet<>();
    private final Set<String> whole = new HashSet<>();

    private MessageColumns(JsonNode schema) {
        for (Map.Entry<String, JsonNode> column : schema.path("properties").properties()) {
            names.add(column.getKey());
            if (isWhole(column.getValue())) {
                whole.add(column.getKey());
            }
        }
    }

    static MessageColumns of(JsonNode recordSchema) {
        return new MessageColumns(recordSchema);
    }

    Set<String> names() {
        return names;
    }

    /**
     * The record as the rules of the interface can be asked about it: blanks around texts and members that say
     * nothing are gone, what cannot be stored is masked and reported.
     */
    ObjectNode record(ObjectNode said, long number, Consumer<Problem> problems) {
        ObjectNode record = ExactJson.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> member : said.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (!names.contains(name)) {
                problems.accept(new Problem(number, Printable.of(name), "", Words.of("is not known", "是未知的字段")));
            } else if (value.isContainerNode()) {
                problems.accept(new Problem(
                        number, name, Printable.of(value.toString()), Words.of("must be a single value", "必须是单个值")));
            } else if (value.isTextual()) {
                putText(record, name, Blanks.without(value.textValue()), number, problems);
            } else if (value.isNumber()) {
                record.set(name, whole.contains(name) ? canonical(value) : value);
            } else if (!value.isNull()) {
                record.set(name, value);
            }
        }
        return record;
    }

    private static void putText(ObjectNode record, String name, String text, long number, Consumer<Problem> problems) {
        int longest = name.equals("document") ? LONGEST_NAME : LONGEST_TEXT;
        MessageText.brokenBy(text, longest)
                .ifPresent(rule -> problems.accept(new Problem(number, name, Printable.of(text), rule)));
        if (!text.isEmpty()) {
            record.put(name, MessageText.storable(text, longest));
        }
    }

    /** JSON knows no whole numbers: 3.0 and 3 are the same. */
    private static JsonNode canonical(JsonNode value) {
        BigDecimal number = value.decimalValue();
        if (value.isIntegralNumber() || number.stripTrailingZeros().scale() > 0) {
            return value;
        }
        BigInteger exact = number.toBigIntegerExact();
        return exact.bitLength() < Long.SIZE ? LongNode.valueOf(exact.longValue()) : BigIntegerNode.valueOf(exact);
    }

    private static boolean isWhole(JsonNode schema) {
        JsonNode listed = schema.path("enum");
        return schema.path("type").asText().equals("integer")
                || (listed.size() > 0 && listed.valueStream().allMatch(JsonNode::isIntegralNumber));
    }
}
