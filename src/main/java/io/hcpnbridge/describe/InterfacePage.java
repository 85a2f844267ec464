package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.text.Language;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of an interface: people write it, and between its marks stand the tables of columns, and that of the partner's APIs
 * ({@code <!-- apis: …}).
 *
 * <pre>{@code
 * <!-- columns of batch: written from interface.yaml -->
 * …
 * <!-- end of columns -->
 * }</pre>
 */
public final class InterfacePage {
    private static final Pattern MARKED = Pattern.compile(
            "(<!-- (?:columns of (batch|answer|refusal)|apis): written from interface\\.yaml -->\\n).*?(<!-- end of (?:columns|apis) -->)",
            Pattern.DOTALL);

    private InterfacePage() {}

    /** The file of an interface's folder that is its page. */
    public static String file(Language language) {
        return language.of("README.md", "README.zh-CN.md");
    }

    /** The page with the tables as the definition has them now; the rest of it stays. */
    public static String updated(String page, InterfaceDefinition definition, Language language) {
        ColumnTables tables = new ColumnTables(definition, language);
        return MARKED.matcher(page).replaceAll(mark -> {
            String table = mark.group(2) == null ? ApiTable.of(definition, language) : tables.of(mark.group(2));
            return Matcher.quoteReplacement(mark.group(1) + "\n" + table + "\n" + mark.group(3));
        });
    }
}
