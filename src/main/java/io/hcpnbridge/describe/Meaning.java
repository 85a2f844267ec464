package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.text.Language;
import java.util.stream.Collectors;

/** What a column means, with what its values do. */
final class Meaning {
    private Meaning() {}

    /** In Markdown; empty if the definition says nothing. */
    static String of(Column column, Language language) {
        boolean numeric = column.kind().isNumeric();
        String values = column.values().entrySet().stream()
                .map(value ->
                        (numeric ? value.getKey() : "`" + value.getKey() + "`") + " " + language.of(value.getValue()))
                .collect(Collectors.joining(language.of(", ", "，")));
        String own = language.of(column.meaning());
        return own + (own.isEmpty() || values.isEmpty() ? "" : language.of(": ", "：")) + values;
    }

    /** In English, as a comment has it. */
    static String plain(Column column) {
        return of(column, Language.EN).replace("`", "");
    }
}
