package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.format.FormatSettings;
import io.hcpnbridge.mapping.format.Lengths;
import io.hcpnbridge.mapping.format.LineEnd;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code interface.yaml}: unknown keys are refused, whatever has a default may be left out. */
final class InterfaceYaml {
    private InterfaceYaml() {}

    static InterfaceSettings read(String file, byte[] content) {
        YamlSection root = new YamlSection(
                file,
                "",
                compose(file, content),
                Set.of("title", "effect", "caller", "format", "controls", "sums", "together"));
        return new InterfaceSettings(
                root.required("title"),
                root.oneOf("effect", List.of("read", "write")),
                root.oneOf("caller", List.of("partner", "customer")),
                format(root.section(
                        "format", Set.of("charset", "lengths", "line-end", "zone", "max-line", "text-width"))),
                root.sections("controls", Set.of("trailer", "sum-of")).stream()
                        .map(control -> new ControlTotal(control.required("trailer"), control.required("sum-of")))
                        .toList(),
                root.sections("sums", Set.of("row", "field", "by")).stream()
                        .map(sum -> new AnswerSum(sum.required("row"), sum.required("field"), sum.required("by")))
                        .toList(),
                root.has("together") ? together(root.section("together", Set.of("by", "at-most"))) : null);
    }

    private static Together together(YamlSection together) {
        return new Together(together.texts("by"), together.number("at-most", 100, 2, 1000));
    }

    private static FormatSettings format(YamlSection format) {
        return new FormatSettings(
                format.converted(
                        "charset",
                        "GB18030",
                        "must be a charset in which ASCII is single bytes",
                        InterfaceYaml::charset),
                Lengths.valueOf(upper(format.oneOf("lengths", List.of("bytes", "characters")))),
                LineEnd.valueOf(upper(format.oneOf("line-end", List.of("crlf", "lf")))),
                format.converted("zone", "Asia/Shanghai", "must be a time zone, e.g. Asia/Shanghai", ZoneId::of),
                format.number("max-line", 4000, 20, 1_000_000),
                format.number("text-width", 0, 0, 1_000_000));
    }

    /** Lines are told apart by bytes, so the charset must leave ASCII alone and have no shift codes. */
    private static Charset charset(String name) {
        Charset charset = Charset.forName(name);
        StringBuilder ascii = new StringBuilder();
        for (char unit = 0; unit < 0x80; unit++) {
            ascii.append(unit);
        }
        byte[] single = ascii.toString().getBytes(StandardCharsets.US_ASCII);
        if (!charset.canEncode() || !Arrays.equals(ascii.toString().getBytes(charset), single)) {
            throw new IllegalArgumentException(name);
        }
        for (byte unit : "\u4e2d\u3042\uac00\u00e9".getBytes(charset)) {
            if (unit >= 0 && unit < ' ') {
                throw new IllegalArgumentException(name);
            }
        }
        return charset;
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

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
