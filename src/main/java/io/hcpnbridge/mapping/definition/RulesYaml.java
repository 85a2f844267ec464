package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules of a type or a column as keywords of JSON Schema. */
final class RulesYaml {
    static final Set<String> KEYS =
            Set.of(ValuesYaml.KEY, "pattern", "format", "rule", "least", "most", "longest", "personal", "key");

    private static final Set<String> OF_TEXTS = Set.of("pattern", "format", "longest");
    private static final Set<String> OF_NUMBERS = Set.of("least", "most");

    private RulesYaml() {}

    /** Adds what the section says to the rules, and takes away what it replaces. */
    static void add(YamlSection section, ValueKind kind, ObjectNode rules) {
        checkKeys(section, kind);
        if (section.has(ValuesYaml.KEY)) {
            rules.remove("type");
            ArrayNode values = rules.putArray("enum");
            ValuesYaml.read(section).forEach(value -> add(section, kind, value, values));
        }
        if (section.has("pattern")) {
            rules.remove("message");
            section.converted(
                    "pattern",
                    "",
                    "is no regular expression",
                    pattern -> Pattern.compile(pattern.replace("{length}", "1")));
            rules.put("pattern", section.required("pattern"));
        }
        section.text("format").ifPresent(format -> rules.put("format", format));
        number(section, "least", "minimum", rules);
        number(section, "most", "maximum", rules);
        checkRange(section, rules);
        if (section.has("longest")) {
            rules.put("maxLength", section.number("longest", 0, 0, 4000));
        }
        if (section.has("rule")) {
            Words rule = section.section("rule", Set.of("en", "zh")).words();
            rules.putObject("message").put("en", rule.en()).put("zh", rule.zh());
        }
        if (section.has("personal")) {
            String personal = section.oneOf("personal", List.of("no", "yes", "one-time"));
            if (personal.equals("yes")) {
                rules.put("personal", true);
            } else if (personal.equals("one-time")) {
                rules.put("personal", personal);
            }
        }
        if (section.has("key")) {
            rules.put("key", section.yes("key"));
        }
    }

    /** A rule that nobody would ask is a mistake. */
    private static void checkKeys(YamlSection section, ValueKind kind) {
        Set<String> odd = new TreeSet<>(kind.isNumeric() ? OF_TEXTS : OF_NUMBERS);
        if (kind != ValueKind.AMOUNT) {
            odd.add("decimals");
        }
        if (kind != ValueKind.TIME) {
            odd.add("time");
        }
        odd.stream().filter(section::has).findFirst().ifPresent(key -> {
            throw section.error(key, "says nothing of a column that is " + kind.text());
        });
    }

    private static void checkRange(YamlSection section, ObjectNode rules) {
        if (rules.has("minimum")
                && rules.has("maximum")
                && rules.get("minimum")
                                .decimalValue()
                                .compareTo(rules.get("maximum").decimalValue())
                        > 0) {
            throw section.error(
                    "most", "is less than least, " + rules.get("minimum").asText());
        }
    }

    private static void number(YamlSection section, String key, String keyword, ObjectNode rules) {
        if (section.has(key)) {
            rules.set(keyword, section.converted(key, "", "must be a number", RulesYaml::number));
        }
    }

    private static JsonNode number(YamlSection section, String value) {
        try {
            return number(value);
        } catch (NumberFormatException text) {
            throw section.error("values", "must be numbers, " + value + " is none");
        }
    }

    /** As JSON has it: 1 and 1.0 are not the same there. */
    private static JsonNode number(String text) {
        return ExactJson.read(new BigDecimal(text).toPlainString());
    }

    private static void add(YamlSection section, ValueKind kind, String value, ArrayNode values) {
        if (kind.isNumeric()) {
            values.add(number(section, value));
        } else {
            values.add(value);
        }
    }
}
