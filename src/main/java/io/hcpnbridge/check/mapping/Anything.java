package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.hcpnbridge.json.ExactJson;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * An answer in which a mapping finds everything that it looks for: it has each member, is a list with one item, and is the text 1 at
 * the same time. What a mapping makes of it has all the columns that the mapping can give.
 */
final class Anything extends ArrayNode {
    private static final long serialVersionUID = 1L;
    private static final String TEXT = "1";
    /** Lists in lists; whoever walks through all of it comes to an end. */
    private static final int DEEPEST = 5;

    private final transient Map<String, JsonNode> members = new HashMap<>();
    private transient Anything item;

    private final int depth;

    Anything() {
        this(0);
    }

    private Anything(int depth) {
        super(ExactJson.mapper().getNodeFactory());
        this.depth = depth;
    }

    /** The same with texts in its place, wherever it stands. */
    static JsonNode settled(JsonNode node) {
        JsonNodeFactory nodes = ExactJson.mapper().getNodeFactory();
        if (node instanceof Anything) {
            return nodes.textNode(TEXT);
        }
        if (node.isObject()) {
            var object = nodes.objectNode();
            node.properties().forEach(member -> object.set(member.getKey(), settled(member.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = nodes.arrayNode();
            node.forEach(entry -> array.add(settled(entry)));
            return array;
        }
        return node;
    }

    /** The same without it, and without texts that were made of it. */
    static JsonNode left(JsonNode node) {
        JsonNodeFactory nodes = ExactJson.mapper().getNodeFactory();
        if (node.isObject()) {
            var object = nodes.objectNode();
            node.properties().stream()
                    .filter(member -> !isMade(member.getValue()))
                    .forEach(member -> object.set(member.getKey(), left(member.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = nodes.arrayNode();
            node.valueStream().filter(entry -> !isMade(entry)).forEach(entry -> array.add(left(entry)));
            return array;
        }
        return node;
    }

    private static boolean isMade(JsonNode node) {
        return node instanceof Anything || node.isTextual() && node.textValue().contains(TEXT);
    }

    @Override
    public JsonNode get(String name) {
        return members.computeIfAbsent(name, any -> new Anything());
    }

    @Override
    public JsonNode get(int index) {
        return index < size() ? item() : null;
    }

    /** A text as well, besides being a list. */
    @Override
    public JsonNodeType getNodeType() {
        return JsonNodeType.STRING;
    }

    @Override
    public String textValue() {
        return TEXT;
    }

    @Override
    public String asText() {
        return TEXT;
    }

    @Override
    public String toString() {
        return TEXT;
    }

    @Override
    public int size() {
        return depth < DEEPEST ? 1 : 0;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Iterator<JsonNode> elements() {
        return (size() == 0 ? List.<JsonNode>of() : List.<JsonNode>of(item())).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNode node
                && node.isTextual()
                && node.textValue().equals(TEXT);
    }

    @Override
    public int hashCode() {
        return TEXT.hashCode();
    }

    private Anything item() {
        if (item == null) {
            item = new Anything(depth + 1);
        }
        return item;
    }
}
