package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of an interface: people write it, and between its marks stand the tables of columns.
 *
 * <pre>{@code
 * <!-- columns of batch: written from interface.yaml -->
 * …
 * <!-- end of columns -->
 * }</pre>
 */
public final class InterfacePage {
    private static final Pattern MARKED = Pattern.compile(
            "(<!-- columns of (batch|answer|refusal): written from interface\\.yaml -->\\n).*?(<!-- end of columns -->)",
            Pattern.DOTALL);

    private InterfacePage() {}

    /** The page with the tables as the definition has them now; the rest of it stays. */
    public static String updated(String page, InterfaceDefinition definition, Language language) {
        ColumnTables tables = new ColumnTables(definition, language);
        return MARKED.matcher(page)
                .replaceAll(mark -> Matcher.quoteReplacement(
                        mark.group(1) + "\n" + tables.of(mark.group(2)) + "\n" + mark.group(3)));
    }
}
