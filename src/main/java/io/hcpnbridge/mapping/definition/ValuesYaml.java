package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code values}: a list, or a map of each value and what it means, {@code {2: {en: months, zh: 月}}}. */
final class ValuesYaml {
    static final String KEY = "values";

    private ValuesYaml() {}

    /** The values, in their order. */
    static List<String> read(YamlSection section) {
        return section.hasSection(KEY) ? List.copyOf(section.section(KEY, null).keys()) : section.texts(KEY);
    }

    /** What they mean; none if they are a list. */
    static Map<String, Words> meanings(YamlSection section) {
        Map<String, Words> meanings = new LinkedHashMap<>();
        if (section.hasSection(KEY)) {
            YamlSection values = section.section(KEY, null);
            values.keys()
                    .forEach(value -> meanings.put(
                            value, values.section(value, Set.of("en", "zh")).words()));
        }
        return meanings;
    }
}
