package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;

/** ABAP structures of what stands in files, one for each kind of record: characters throughout, as files are read and written. */
final class AbapTypes implements Describer {
    @Override
    public String of(InterfaceMapping mapping) {
        var definition = mapping.definition();
        var types = new StringBuilder(
                "* " + mapping.name() + ": " + definition.settings().title().en() + "\n");
        for (var stream : definition.files().streams()) {
            var names = Identifiers.snake();
            definition
                    .records(stream.name())
                    .forEach(kind -> structure(types, names.of(stream.name() + "_" + kind.name()), kind));
        }
        return types.toString();
    }

    private static void structure(StringBuilder types, String name, RecordKind kind) {
        types.append("\n* ").append(kind.about().en()).append('\n');
        types.append("TYPES: BEGIN OF ty_").append(name).append(",\n");
        var names = Identifiers.snake();
        if (!kind.letter().isEmpty()) {
            component(types, names.of("record_letter"), 1, "\"" + kind.letter() + "\"");
        }
        for (var column : kind.columns()) {
            if (column.kind() != ValueKind.BLANK) {
                component(types, names.of(column.name()), column.length(), comment(column));
            }
        }
        types.append("       END OF ty_").append(name).append(".\n");
    }

    private static void component(StringBuilder types, String name, int length, String comment) {
        types.append("         ")
                .append(name)
                .append(" TYPE c LENGTH ")
                .append(length)
                .append(", \"");
        types.append(comment).append('\n');
    }

    private static String comment(Column column) {
        var meaning = Meaning.plain(column);
        return (meaning.isEmpty() ? "" : meaning + " ") + "(" + column.label().en() + ")";
    }
}
