package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Words;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A map in a YAML file whose keys are all known, or names of something; every error names its line. */
final class YamlSection {
    /** What stands at a key, and in which file. */
    private record Value(String file, int line, Node node) {}

    private final String file;
    private final String name;
    private final int line;
    private final Map<String, Value> values = new LinkedHashMap<>();

    private YamlSection(String file, String name, Node node, Set<String> known) {
        this.file = file;
        this.name = name;
        this.line = line(node);
        if (!(node instanceof MappingNode map)) {
            throw new MappingException(file, line, (name.isEmpty() ? "" : name + " ") + "must be a map");
        }
        for (NodeTuple entry : map.getValue()) {
            add(entry, known);
        }
    }

    private void add(NodeTuple entry, Set<String> known) {
        int at = line(entry.getKeyNode());
        String key = plain(new Value(file, at, entry.getKeyNode()));
        if (known != null && !known.contains(key)) {
            String right =
                    known.stream().sorted().reduce((a, b) -> a + ", " + b).orElse("none");
            throw new MappingException(file, at, "unknown key " + key + ", known are " + right);
        }
        if (values.put(key, new Value(file, at, entry.getValueNode())) != null) {
            throw new MappingException(file, at, "the key " + key + " stands here twice");
        }
    }

    /**
     * A whole file.
     *
     * @param known keys; null: they are names
     */
    static YamlSection of(String file, byte[] content, Set<String> known) {
        try {
            Node node = new Yaml().compose(new StringReader(new String(content, StandardCharsets.UTF_8)));
            if (node == null) {
                throw new MappingException(file, 0, "is empty");
            }
            return new YamlSection(file, "", node, known);
        } catch (MarkedYAMLException malformed) {
            int at = malformed.getProblemMark() == null
                    ? 0
                    : malformed.getProblemMark().getLine() + 1;
            throw new MappingException(file, at, malformed.getProblem(), malformed);
        } catch (YAMLException malformed) {
            throw new MappingException(file, 0, malformed.getMessage(), malformed);
        }
    }

    /** The same with what another section says where this one says nothing. */
    YamlSection over(YamlSection defaults) {
        defaults.values.forEach(values::putIfAbsent);
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether a map stands at the key. */
    boolean hasSection(String key) {
        return has(key) && values.get(key).node() instanceof MappingNode;
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** Where a key stands; the section itself if it does not. */
    Place place(String key) {
        Value value = values.get(key);
        String of = value == null ? file : value.file();
        return new Place(of.startsWith("shared/") ? of : of.substring(of.indexOf('/') + 1), at(key));
    }

    /** A list of plain values, at least one. */
    List<String> texts(String key) {
        if (!has(key)
                || !(values.get(key).node() instanceof SequenceNode list)
                || list.getValue().isEmpty()) {
            throw error(key, "must be a list, such as [a, b]");
        }
        Value value = values.get(key);
        return list.getValue().stream()
                .map(item -> plain(new Value(value.file(), line(item), item)))
                .toList();
    }

    String required(String key) {
        return text(key).orElseThrow(() -> error(key, "is missing"));
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(YamlSection::plain);
    }

    /** @param known what it may be, the first one is the default */
    String oneOf(String key, List<String> known) {
        String value = text(key).orElse(known.get(0));
        if (!known.contains(value)) {
            throw error(key, "must be one of " + String.join(", ", known));
        }
        return value;
    }

    boolean yes(String key) {
        return oneOf(key, List.of("no", "yes")).equals("yes");
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
        try {
            return conversion.apply(text(key).orElse(absent));
        } catch (MappingException located) {
            throw located;
        } catch (RuntimeException invalid) {
            throw new MappingException(fileOf(key), at(key), label(key) + " " + rule, invalid);
        }
    }

    /** A map at a key. */
    YamlSection section(String key, Set<String> known) {
        Value value = values.get(key);
        if (value == null) {
            throw error(key, "is missing");
        }
        return new YamlSection(value.file(), label(key), value.node(), known);
    }

    /** The maps in a list; none if the key is absent. */
    List<YamlSection> sections(String key, Set<String> known) {
        Value value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value.node() instanceof SequenceNode sequence)) {
            throw error(key, "must be a list");
        }
        List<YamlSection> sections = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            sections.add(new YamlSection(value.file(), label(key), item, known));
        }
        return sections;
    }

    /** What people read, at the keys {@code en} and {@code zh}. */
    Words words() {
        for (String language : List.of("en", "zh")) {
            if (text(language).isEmpty()) {
                throw new MappingException(
                        file,
                        line,
                        name + " has no meaning in "
                                + Map.of("en", "English: write en", "zh", "Chinese: write zh")
                                        .get(language) + ": …");
            }
        }
        return new Words(required("en"), required("zh"));
    }

    MappingException error(String key, String reason) {
        return new MappingException(fileOf(key), at(key), label(key) + " " + reason);
    }

    private String label(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    private String fileOf(String key) {
        return has(key) ? values.get(key).file() : file;
    }

    private int at(String key) {
        return has(key) ? values.get(key).line() : line;
    }

    private static String plain(Value value) {
        if (!(value.node() instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL)
                || scalar.getValue().isBlank()) {
            throw new MappingException(value.file(), value.line(), "needs a plain value here");
        }
        return scalar.getValue();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
