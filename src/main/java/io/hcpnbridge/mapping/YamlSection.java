package io.hcpnbridge.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A map in a YAML file whose keys are all known; every error names its line. */
final class YamlSection {
    private final String file;
    private final String name;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** @param name of the section for messages, empty for the file itself */
    YamlSection(String file, String name, Node node, Set<String> known) {
        this.file = file;
        this.name = name;
        this.line = line(node);
        if (!(node instanceof MappingNode map)) {
            throw error(node, "must be a map");
        }
        for (NodeTuple entry : map.getValue()) {
            String key = ((ScalarNode) scalar(entry.getKeyNode())).getValue();
            if (!known.contains(key)) {
                throw error(
                        entry.getKeyNode(), "unknown key " + key + ", known are " + String.join(", ", sorted(known)));
            }
            if (values.put(key, entry.getValueNode()) != null) {
                throw error(entry.getKeyNode(), "the key " + key + " stands here twice");
            }
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A list of plain values, at least one. */
    List<String> texts(String key) {
        Node value = values.get(key);
        if (!(value instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw new MappingException(
                    file, value == null ? line : line(value), label(key) + " must be a list of names");
        }
        return sequence.getValue().stream()
                .map(item -> ((ScalarNode) scalar(item)).getValue())
                .toList();
    }

    String required(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw new MappingException(file, line, label(key) + " is missing");
        }
        return ((ScalarNode) scalar(value)).getValue();
    }

    /** @param known what it may be, the first one is the default */
    String oneOf(String key, List<String> known) {
        String value = or(key, known.get(0));
        if (!known.contains(value)) {
            throw error(values.get(key), label(key) + " must be one of " + String.join(", ", known));
        }
        return value;
    }

    int number(String key, int absent, int least, int most) {
        return converted(key, Integer.toString(absent), "must be a number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    /** @param rule what the message says if the conversion throws a RuntimeException */
    <T> T converted(String key, String absent, String rule, Function<String, T> conversion) {
        String text = or(key, absent);
        try {
            return conversion.apply(text);
        } catch (RuntimeException invalid) {
            int where = values.containsKey(key) ? line(values.get(key)) : line;
            throw new MappingException(file, where, label(key) + " " + rule, invalid);
        }
    }

    YamlSection section(String key, Set<String> known) {
        Node value = values.get(key);
        if (value == null) {
            throw new MappingException(file, line, label(key) + " is missing");
        }
        return new YamlSection(file, key, value, known);
    }

    /** The maps in a list; none if the key is absent. */
    List<YamlSection> sections(String key, Set<String> known) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            throw error(value, label(key) + " must be a list");
        }
        List<YamlSection> sections = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            sections.add(new YamlSection(file, key, item, known));
        }
        return sections;
    }

    private String or(String key, String absent) {
        Node value = values.get(key);
        return value == null ? absent : ((ScalarNode) scalar(value)).getValue();
    }

    private Node scalar(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw error(node, "needs a plain value here");
        }
        return node;
    }

    private String label(String key) {
        return name.isEmpty() ? key : name.toLowerCase(Locale.ROOT) + "." + key;
    }

    private MappingException error(Node node, String reason) {
        return new MappingException(file, line(node), reason);
    }

    private static List<String> sorted(Set<String> known) {
        return known.stream().sorted().toList();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
