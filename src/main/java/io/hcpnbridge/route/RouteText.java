package io.hcpnbridge.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML text as JSON, and the line on which each of its nodes stands. */
public final class RouteText {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String name;
    private final JsonNode tree;
    private final Map<String, Integer> lines = new HashMap<>();

    private RouteText(String name, JsonNode tree) {
        this.name = name;
        this.tree = tree;
    }

    /** @throws BrokenRoutesException if it is no YAML in UTF-8 */
    public static RouteText of(String name, byte[] content) {
        try {
            return of(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new BrokenRoutesException(name, "is no text in UTF-8");
        }
    }

    /** @throws BrokenRoutesException if it is no YAML */
    public static RouteText of(String name, String text) {
        try {
            Node root = new Yaml().compose(new StringReader(text));
            JsonNode tree = YAML.readTree(text);
            RouteText file = new RouteText(name, tree == null ? MissingNode.getInstance() : tree);
            if (root != null) {
                file.note("", root);
            }
            return file;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new BrokenRoutesException(name, line, "is no YAML: " + e.getProblem());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new BrokenRoutesException(name, line, "is no YAML: " + e.getOriginalMessage());
        } catch (YAMLException e) {
            throw new BrokenRoutesException(name, 0, "is no YAML: " + e.getMessage());
        }
    }

    public String name() {
        return name;
    }

    public JsonNode tree() {
        return tree;
    }

    /**
     * The line on which something stands, or what it stands in.
     *
     * @param pointer JSON pointer
     */
    public int line(String pointer) {
        String known = pointer;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return lines.getOrDefault(known, 1);
    }

    /** A rule that what stands there breaks. */
    RouteProblem problem(String pointer, String rule) {
        return new RouteProblem(name, line(pointer), rule);
    }

    /** Every node that is no root, with its pointer; what contains others comes before them. */
    void walk(BiConsumer<String, JsonNode> visitor) {
        walk("", tree, visitor);
    }

    static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        node.properties().forEach(member -> {
            String below = pointer + "/" + escaped(member.getKey());
            visitor.accept(below, member.getValue());
            walk(below, member.getValue(), visitor);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            String below = pointer + "/" + i;
            visitor.accept(below, node.get(i));
            walk(below, node.get(i), visitor);
        }
    }

    private void note(String pointer, Node node) {
        lines.putIfAbsent(pointer, line(node));
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    String below = pointer + "/" + escaped(key.getValue());
                    lines.put(below, line(key));
                    note(below, entry.getValueNode());
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                note(pointer + "/" + i, sequence.getValue().get(i));
            }
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
