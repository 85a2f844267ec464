package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.format.FileKind;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code interface.yaml}: unknown keys are refused, whatever has a default may be left out. */
final class InterfaceYaml {
    private static final Pattern ROUTE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");

    private InterfaceYaml() {}

    /** @param kind of the interface's files: it decides which keys the section {@code format} has */
    static InterfaceSettings read(String file, byte[] content, FileKind kind) {
        YamlSection root = new YamlSection(
                file,
                "",
                compose(file, content),
                Set.of("title", "route", "effect", "caller", "format", "controls", "sums", "together", "delta"));
        return new InterfaceSettings(
                root.required("title"),
                root.has("route") ? Optional.of(route(root)) : Optional.empty(),
                root.oneOf("effect", List.of("read", "write")),
                root.oneOf("caller", List.of("partner", "customer")),
                FormatYaml.read(root.section("format", FormatYaml.keys(kind)), kind),
                root.sections("controls", Set.of("trailer", "sum-of")).stream()
                        .map(control -> new ControlTotal(control.required("trailer"), control.required("sum-of")))
                        .toList(),
                root.sections("sums", Set.of("row", "field", "by")).stream()
                        .map(sum -> new AnswerSum(sum.required("row"), sum.required("field"), sum.required("by")))
                        .toList(),
                root.has("together") ? together(root.section("together", Set.of("by", "at-most"))) : null,
                root.has("delta") ? delta(root.section("delta", Set.of("row", "when", "by"))) : null);
    }

    private static String route(YamlSection root) {
        return root.converted("route", "", "must be a verb and an object, such as renew-resources", text -> {
            if (!ROUTE.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    private static Delta delta(YamlSection delta) {
        List<String> by = delta.has("by") ? delta.texts("by") : List.of();
        if (!delta.has("when")) {
            return new Delta(delta.required("row"), null, null, by);
        }
        YamlSection when = delta.section("when", Set.of("field", "is"));
        return new Delta(delta.required("row"), when.required("field"), when.required("is"), by);
    }

    private static Together together(YamlSection together) {
        return new Together(together.texts("by"), together.number("at-most", 100, 2, 1000));
    }

    private static Node compose(String file, byte[] content) {
        try {
            Node node = new Yaml().compose(new StringReader(new String(content, StandardCharsets.UTF_8)));
            if (node == null) {
                throw new MappingException(file, 0, "is empty");
            }
            return node;
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 0
                    : malformed.getProblemMark().getLine() + 1;
            throw new MappingException(file, line, malformed.getProblem(), malformed);
        } catch (YAMLException malformed) {
            throw new MappingException(file, 0, malformed.getMessage(), malformed);
        }
    }
}
