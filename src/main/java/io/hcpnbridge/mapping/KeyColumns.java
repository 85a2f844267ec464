package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The columns of a record that hold keys: {@code document}, the names that end with {@code Id} or {@code Code}, {@code resource1}, {@code resource2} and so on; a schema that says {@code "key": true} or {@code false} of a column decides
 * otherwise.
 */
final class KeyColumns {
    static final KeyColumns NONE = new KeyColumns(Set.of());
    /** The keyword of the schema. */
    static final String KEYWORD = "key";

    private static final Pattern BY_NAME = Pattern.compile("document|resource\\d+|id|code|\\w+(Id|Code)");

    private final Set<String> names;

    private KeyColumns(Set<String> names) {
        this.names = names;
    }

    static KeyColumns of(JsonNode recordSchema) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> column :
                recordSchema.path("properties").properties()) {
            boolean byName = BY_NAME.matcher(column.getKey()).matches();
            if (column.getValue().path(KEYWORD).asBoolean(byName)) {
                names.add(column.getKey());
            }
        }
        return new KeyColumns(names);
    }

    List<Violation> check(JsonNode record) {
        return names.stream()
                .filter(name -> record.path(name).isTextual())
                .flatMap(name -> violation(name, record.get(name).textValue()).stream())
                .toList();
    }

    private static Optional<Violation> violation(String name, String key) {
        return KeyText.brokenBy(key).map(rule -> new Violation(name, Printable.of(key), rule));
    }
}
