package io.hcpnbridge.tryout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts about some documents without what tells of a person: what stands in a personal column, here or in the document itself. */
final class HiddenTexts {
    private static final String HIDDEN = "***";
    /** A single character is in every text. */
    private static final int SHORTEST = 2;

    private final Set<String> names;
    private final List<String> values;

    HiddenTexts(InterfaceMapping mapping, List<ObjectNode> documents) {
        var personal = mapping.personal().names();
        this.names = Stream.concat(personal.stream(), answered(mapping)).collect(Collectors.toSet());
        this.values = documents.stream()
                .flatMap(document ->
                        personal.stream().map(name -> document.path(name).asText()))
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** Columns of the answer that are personal as well. */
    private static Stream<String> answered(InterfaceMapping mapping) {
        return mapping.definition().records("answer").stream()
                .flatMap(kind -> kind.columns().stream())
                .filter(column -> column.schema().has("personal"))
                .map(Column::name);
    }

    boolean tells(String text) {
        return values.stream().anyMatch(text::contains);
    }

    /** The text of a column, as it may be shown. */
    String of(String column, String text) {
        if (names.contains(column)) {
            return HIDDEN;
        }
        var shown = text;
        for (var value : values) {
            shown = shown.replace(value, HIDDEN);
        }
        return shown;
    }
}
