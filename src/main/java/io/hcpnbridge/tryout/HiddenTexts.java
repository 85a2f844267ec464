package io.hcpnbridge.tryout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.PersonalColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Texts about some documents without what tells of a person: what stands in a personal column, here or in the document itself. */
final class HiddenTexts {
    private static final String HIDDEN = "***";
    /** A single character is in every text. */
    private static final int SHORTEST = 2;

    private final Set<String> names;
    private final List<String> values;

    HiddenTexts(PersonalColumns personal, List<ObjectNode> documents) {
        this.names = personal.names();
        this.values = documents.stream()
                .flatMap(document -> names.stream().map(name -> document.path(name).asText()))
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
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
