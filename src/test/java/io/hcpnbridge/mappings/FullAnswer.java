package io.hcpnbridge.mappings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An answer with every field that the official client's model knows, each with a value of its own: what a mapping drops shows. */
final class FullAnswer {
    private static final Pattern NAME = Pattern.compile("`([a-z_]+(?:\\.[a-z_]+)*)`");

    private final Map<String, String> fixed;
    private final Map<String, String> values = new TreeMap<>();
    private final ObjectNode json;
    private int last = 1000;

    private FullAnswer(Class<?> model, Map<String, String> fixed) {
        this.fixed = fixed;
        json = object(model, "");
    }

    /** @param fixed JSON of fields whose value the mapping acts on, by their bare names; they count as used */
    static FullAnswer of(Class<?> model, Map<String, String> fixed) {
        return new FullAnswer(model, fixed);
    }

    ObjectNode json() {
        return json.deepCopy();
    }

    /** Paths of the fields whose values stand nowhere in what a mapping made of the answer. */
    Set<String> leftOut(JsonNode mapped) {
        Set<String> told = new HashSet<>();
        collect(mapped, told);
        Set<String> missing = new TreeSet<>();
        values.forEach((path, value) -> {
            if (!told.contains(value)) {
                missing.add(path);
            }
        });
        return missing;
    }

    /** What an interface's page says is left out, in the paragraph that begins so. */
    static Set<String> declared(String iface, String paragraph) {
        try {
            String page = Files.readString(Path.of("mappings", iface, "README.md"));
            int start = page.indexOf("\n" + paragraph);
            if (start < 0) {
                throw new AssertionError("The page has no paragraph '" + paragraph + "'");
            }
            String text = page.substring(start + paragraph.length() + 1).split("\n\n")[0];
            return new TreeSet<>(NAME.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode object(Class<?> model, String path) {
        ObjectNode object = ShippedMapping.object();
        for (Field field : model.getDeclaredFields()) {
            JsonProperty property = field.getAnnotation(JsonProperty.class);
            if (property != null) {
                object.set(property.value(), value(field, property.value(), path + property.value()));
            }
        }
        return object;
    }

    private JsonNode value(Field field, String name, String path) {
        if (fixed.containsKey(name)) {
            return ShippedMapping.json(fixed.get(name));
        }
        Class<?> type = field.getType();
        if (type == List.class) {
            Class<?> element = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            return ShippedMapping.object().arrayNode().add(object(element, path + "."));
        }
        last++;
        values.put(path, String.valueOf(last));
        if (type == String.class) {
            return ShippedMapping.object().textNode(String.valueOf(last));
        }
        if (type == Integer.class) {
            return ShippedMapping.object().numberNode(last);
        }
        if (type == BigDecimal.class) {
            return ShippedMapping.object().numberNode(BigDecimal.valueOf(last));
        }
        values.remove(path);
        return object(type, path + ".");
    }

    private static void collect(JsonNode node, Set<String> texts) {
        if (node.isValueNode()) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }
}
