package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.RecordLayout;

/**
 * ABAP structures of what stands in files, one for each kind of record, with all that fills it. Where lengths count bytes of which a
 * character may take several, components are bytes: a program whose characters are Unicode would misread all that stands behind one.
 */
final class AbapTypes implements Describer {
    private static final String COMMENT = "* ";

    @Override
    public String of(InterfaceMapping mapping) {
        var definition = mapping.definition();
        var types = new StringBuilder(Comment.of(
                COMMENT, mapping.name() + ": " + definition.settings().title().en()));
        var fixed = definition.fileKind() == FileKind.FIXED_LENGTH;
        var counting = Counting.of(definition.files());
        types.append(Comment.of(COMMENT, fixed ? advice(counting) : "Lengths are those of the longest values."));
        var names = Identifiers.abap();
        var component = fixed && counting.isOfBytes() ? "x" : "c";
        for (var stream : definition.files().streams()) {
            for (var layout : stream.records()) {
                var kind = definition.record(stream.name(), layout.name());
                var name = names.of("ty-" + stream.name() + "-" + kind.name());
                types.append(structure(name, kind, layout, component, definition.fileKind()));
            }
        }
        return types.toString();
    }

    private static String advice(Counting counting) {
        return counting.told()
                + (counting.isOfBytes()
                        ? " Read and write files in binary mode, and convert each component with cl_abap_codepage."
                        : " Read and write files in text mode, and offsets fit.");
    }

    private static String structure(
            String name, RecordKind kind, RecordLayout layout, String component, FileKind files) {
        var names = Identifiers.abap();
        var structure =
                new StringBuilder("\n").append(Comment.of(COMMENT, kind.about().en()));
        structure.append("TYPES: BEGIN OF ").append(name).append(",\n");
        for (var part : Part.of(kind, layout)) {
            if (part.isLetter()) {
                structure.append(Comment.of(COMMENT, "always " + kind.letter()));
                structure.append(line(names.of("record_letter"), component, part));
            } else if (part.column().isPresent()) {
                structure.append(part.meaning().isEmpty() ? "" : Comment.of(COMMENT, part.meaning()));
                structure.append(line(names.of(part.field().name()), component, part));
            } else if (files != FileKind.XML) {
                structure.append(line(names.of("filler"), component, part));
            }
        }
        return structure.append("       END OF ").append(name).append(".\n").toString();
    }

    private static String line(String name, String type, Part part) {
        return "         " + name + " TYPE " + type + " LENGTH " + part.length() + ",\n";
    }
}
