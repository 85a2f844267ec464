package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code shared/types.yaml}: what a column can be. */
final class TypesYaml {
    static final String FILE = "shared/types.yaml";

    private TypesYaml() {}

    static Map<String, ValueType> read(DefinitionFiles files) {
        YamlSection types = YamlSection.of(files.path(FILE), files.required(FILE), null);
        Set<String> known = new HashSet<>(RulesYaml.KEYS);
        known.addAll(Set.of("is", "length", "decimals", "time", "en", "zh"));
        Map<String, ValueType> read = new TreeMap<>();
        for (String name : types.keys()) {
            read.put(name, type(name, types.section(name, known)));
        }
        return read;
    }

    private static ValueType type(String name, YamlSection type) {
        List<String> kinds =
                Arrays.stream(ValueKind.values()).map(ValueKind::text).toList();
        type.required("is");
        ValueKind kind = ValueKind.values()[kinds.indexOf(type.oneOf("is", kinds))];
        ObjectNode rules = kind.schema();
        RulesYaml.add(type, kind, rules);
        return new ValueType(
                name,
                kind,
                type.number("length", 0, 0, 100_000),
                decimals(type),
                type.text("time"),
                rules,
                ValuesYaml.meanings(type),
                type.words());
    }

    /** The decimals that an amount has without a point. */
    static Optional<Integer> decimals(YamlSection section) {
        return section.has("decimals") ? Optional.of(section.number("decimals", 0, 0, 30)) : Optional.empty();
    }
}
