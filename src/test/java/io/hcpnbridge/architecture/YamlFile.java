package io.hcpnbridge.architecture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML text as JSON, and the line on which each of its nodes stands. */
final class YamlFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String name;
    private final JsonNode tree;
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlFile(String name, JsonNode tree) {
        this.name = name;
        this.tree = tree;
    }

    /** @throws JsonProcessingException if it is no YAML */
    static YamlFile of(String name, String text) throws JsonProcessingException {
        JsonNode tree = YAML.readTree(text);
        YamlFile file = new YamlFile(name, tree == null ? MissingNode.getInstance() : tree);
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Node root = new Yaml(options).compose(new StringReader(text));
        if (root != null) {
            file.note("", root);
        }
        return file;
    }

    String name() {
        return name;
    }

    JsonNode tree() {
        return tree;
    }

    /**
     * Where something stands, for a message: {@code intake.camel.yaml:12 /0/route/from}.
     *
     * @param pointer JSON pointer
     */
    String at(String pointer) {
        String known = pointer;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return name + ":" + lines.getOrDefault(known, 1) + " " + pointer;
    }

    private void note(String pointer, Node node) {
        lines.putIfAbsent(pointer, line(node));
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    String below =
                            pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
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

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
