package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** SQL tables for the documents of an interface, their results and each kind of row; amounts are exact, times are moments. */
final class SqlTables implements Describer {
    /** Digits of an amount whose decimals the partner does not bound, and how many of them are decimals. */
    private static final String EXACT = "DECIMAL(38, 15)";

    @Override
    public String of(InterfaceMapping mapping) {
        var definition = mapping.definition();
        var prefix = mapping.name() + "_";
        var tables = new ArrayList<String>();
        tables.add("-- " + mapping.name() + ": " + definition.settings().title().en() + "\n");
        tables.add(table(prefix + "document", definition.record(), "PRIMARY KEY (document)"));
        tables.add(table(prefix + "result", definition.record("answer", "result"), "PRIMARY KEY (document)"));
        definition
                .rows()
                .forEach(kind -> tables.add(table(prefix + kind.name(), kind, "PRIMARY KEY (document, row_number)")));
        return String.join("\n", tables);
    }

    private static String table(String name, RecordKind kind, String key) {
        var names = Identifiers.snake();
        List<String> lines = new ArrayList<>();
        if (key.contains("row_number")) {
            lines.add("  " + names.of("row_number") + " INTEGER NOT NULL,");
        }
        for (var column : kind.columns()) {
            if (column.kind() != ValueKind.BLANK) {
                lines.add(line(names.of(column.name()), column));
            }
        }
        return "-- " + kind.about().en() + "\nCREATE TABLE "
                + Identifiers.snake().of(name) + " (\n" + String.join("\n", lines) + "\n  " + key + "\n);\n";
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
            case NUMBER -> "DECIMAL(18, 0)";
            case AMOUNT ->
                column.decimals()
                        .map(decimals -> "DECIMAL(38, " + decimals + ")")
                        .orElse(EXACT);
            case TIME -> "TIMESTAMP WITH TIME ZONE";
        };
    }

    private static String check(String name, Column column) {
        JsonNode values = column.schema().path("enum");
        if (values.isEmpty()) {
            return "";
        }
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> value.isTextual() ? "'" + value.textValue().replace("'", "''") + "'" : value.asText())
                .collect(Collectors.joining(", ", " CHECK (" + name + " IN (", "))"));
    }
}
