package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * SQL tables for the documents of an interface, their results and each kind of row: amounts with all digits that a column can hold, times
 * as moments. Names are quoted, so that none is a word of the language.
 */
final class SqlTables implements Describer {
    private static final String NUMBER = "row_number";

    @Override
    public String of(InterfaceMapping mapping) {
        var definition = mapping.definition();
        var names = Identifiers.sql();
        var prefix = mapping.name() + "_";
        var tables = new ArrayList<String>();
        tables.add("-- " + mapping.name() + ": " + definition.settings().title().en() + "\n");
        tables.add(table(names.of(prefix + "document"), definition.record(), false));
        tables.add(table(names.of(prefix + "result"), definition.record("answer", "result"), false));
        definition.rows().forEach(kind -> tables.add(table(names.of(prefix + kind.name()), kind, true)));
        return String.join("\n", tables);
    }

    /** @param several whether a document may have several rows */
    private static String table(String table, RecordKind kind, boolean several) {
        var names = Identifiers.sql();
        List<String> lines = new ArrayList<>();
        if (several) {
            lines.add("  " + quoted(names.of(NUMBER)) + " INTEGER NOT NULL,");
        }
        for (var column : kind.columns()) {
            if (column.kind() != ValueKind.BLANK) {
                lines.add(line(quoted(names.of(column.name())), column));
            }
        }
        lines.add("  PRIMARY KEY (" + quoted("document") + (several ? ", " + quoted(NUMBER) : "") + ")");
        return "-- " + kind.about().en() + "\nCREATE TABLE " + quoted(table) + " (\n" + String.join("\n", lines)
                + "\n);\n";
    }

    private static String line(String name, Column column) {
        var needed = column.needed() || column.name().equals("document");
        var meaning = Meaning.plain(column);
        return "  " + name + " " + type(column) + (needed ? " NOT NULL" : "") + check(name, column) + ","
                + (meaning.isEmpty() ? "" : " -- " + meaning);
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case TEXT, BLANK -> "VARCHAR(" + column.length() + ")";
            case NUMBER -> "DECIMAL(19, 0)";
            case AMOUNT -> amount(column);
            case TIME -> "TIMESTAMP WITH TIME ZONE";
        };
    }

    /** A column with a decimal point may have all its digits before or behind it. */
    private static String amount(Column column) {
        int length = column.length();
        return column.decimals()
                .map(decimals -> "DECIMAL(" + Math.max(length, decimals) + ", " + decimals + ")")
                .orElse("DECIMAL(" + (2 * length - 1) + ", " + (length - 1) + ")");
    }

    private static String check(String name, Column column) {
        var values = column.schema().path("enum");
        return values.isEmpty()
                ? ""
                : values.valueStream()
                        .map(SqlTables::literal)
                        .collect(Collectors.joining(", ", " CHECK (" + name + " IN (", "))"));
    }

    private static String literal(JsonNode value) {
        return value.isTextual() ? "'" + value.textValue().replace("'", "''") + "'" : value.asText();
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
