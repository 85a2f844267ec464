package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.text.Language;
import java.util.List;
import java.util.Set;

/**
 * An XML schema (1.0) of the files: {@code batch} as the adapter reads it, with columns in any order, {@code answer} and {@code refusal}
 * as it writes them. Patterns of texts, and what columns must agree on, are left to the adapter.
 */
final class XmlSchema implements Describer {
    /** Each of them stands there once, before or behind all others. */
    private static final Set<String> FRAME = Set.of("header", "trailer");

    @Override
    public String of(InterfaceMapping mapping) {
        var definition = mapping.definition();
        if (definition.fileKind() != FileKind.XML) {
            throw new UnusableException(mapping.name() + " has no XML: its files are "
                    + definition.fileKind().text());
        }
        var schema = Xsd.schema();
        schema.set("elementFormDefault", "qualified");
        schema.document(mapping.name() + ": " + definition.settings().title().en() + " / "
                + definition.settings().title().zh());
        var types = new XmlTypes(schema);
        for (var stream : definition.files().streams()) {
            stream(schema, types, stream.name(), definition.records(stream.name()));
        }
        return schema.text();
    }

    private static void stream(Xsd schema, XmlTypes types, String name, List<RecordKind> kinds) {
        var records = schema.add("element", "name", name).add("complexType").add("sequence");
        Xsd between = null;
        for (var kind : kinds) {
            if (!FRAME.contains(kind.name()) && between == null) {
                between = records.add("choice", "minOccurs", "0", "maxOccurs", "unbounded");
            }
            record(FRAME.contains(kind.name()) ? records : between, types, kind, name.equals("batch"));
        }
    }

    private static void record(Xsd records, XmlTypes types, RecordKind kind, boolean read) {
        var record = records.add("element", "name", kind.name());
        record.document(kind.about().en() + " / " + kind.about().zh());
        var columns = record.add("complexType").add(read ? "all" : "sequence");
        for (var column : kind.columns()) {
            if (read || column.kind() != ValueKind.BLANK) {
                column(columns, types, column, read);
            }
        }
    }

    private static void column(Xsd columns, XmlTypes types, Column column, boolean read) {
        var needed = read && column.needed();
        var element = columns.add("element", "name", column.name(), "minOccurs", needed ? "1" : "0");
        var meaning = Meaning.of(column, Language.EN);
        if (!meaning.isEmpty()) {
            element.document(meaning + " / " + Meaning.of(column, Language.ZH));
        }
        types.add(element, column, needed);
    }
}
