package io.hcpnbridge.tryout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * A request without what tells of a person. What a mapping makes of a column cannot be known by its name; but what changes when the
 * personal columns change has come from them.
 */
final class Masked {
    private static final TextNode HIDDEN = TextNode.valueOf("***");

    private Masked() {}

    /** The same document with other persons in it. */
    static ObjectNode ofAnother(ObjectNode record, Set<String> personal) {
        var other = record.deepCopy();
        for (var column : personal) {
            var value = record.get(column);
            if (value != null && value.isTextual()) {
                other.put(column, another(value.textValue()));
            } else if (value != null && value.isNumber()) {
                other.put(column, value.decimalValue().add(java.math.BigDecimal.ONE));
            }
        }
        return other;
    }

    /** A cursor with other persons in it: texts that came from the personal columns of a document. */
    static JsonNode ofAnother(JsonNode cursor, HiddenTexts hidden) {
        if (cursor instanceof ObjectNode object) {
            var other = object.objectNode();
            object.properties().forEach(member -> other.set(member.getKey(), ofAnother(member.getValue(), hidden)));
            return other;
        }
        if (cursor instanceof ArrayNode array) {
            var other = array.arrayNode();
            array.forEach(item -> other.add(ofAnother(item, hidden)));
            return other;
        }
        return cursor != null && cursor.isTextual() && hidden.tells(cursor.textValue())
                ? TextNode.valueOf(another(cursor.textValue()))
                : cursor;
    }

    /**
     * What of the one is in the other as well.
     *
     * @param other null if there is none: then nothing is shown
     */
    static JsonNode common(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return one;
        }
        if (one.isObject() && other != null && other.isObject()) {
            var common = ((ObjectNode) one).objectNode();
            one.properties()
                    .forEach(member ->
                            common.set(member.getKey(), common(member.getValue(), other.get(member.getKey()))));
            return common;
        }
        if (one.isArray() && other != null && other.isArray() && one.size() == other.size()) {
            var common = ((ArrayNode) one).arrayNode();
            for (int n = 0; n < one.size(); n++) {
                common.add(common(one.get(n), other.get(n)));
            }
            return common;
        }
        return HIDDEN;
    }

    /** Of the same length and kinds of characters, and equal in none of them. */
    private static String another(String text) {
        var other = new StringBuilder();
        text.codePoints().map(Masked::another).forEach(other::appendCodePoint);
        return other.toString();
    }

    private static int another(int character) {
        if (character >= '0' && character <= '9') {
            return '0' + (character - '0' + 1) % 10;
        }
        if (Character.isLetter(character) && character < 128) {
            return character == 'x' ? 'y' : 'x';
        }
        return Character.isLetter(character) ? (character == '某' ? '他' : '某') : character;
    }
}
