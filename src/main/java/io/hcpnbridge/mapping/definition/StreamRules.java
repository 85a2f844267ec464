package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.format.FixedLengthSettings;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.mapping.problem.Mistakes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What holds for records once they are complete: they are told apart, name each column once, and fit into a line. */
final class StreamRules {
    /** What rows of a mapping and results of a message have besides their columns. */
    private static final Set<String> OF_ROWS = Set.of("row", "key");

    private static final Set<String> OF_RESULTS = Set.of("text");

    private final DefinitionFiles files;
    private final FileLook look;
    private final Mistakes mistakes = new Mistakes();

    StreamRules(DefinitionFiles files, FileLook look) {
        this.files = files;
        this.look = look;
    }

    void check(Map<String, List<RecordKind>> streams) {
        new TreeMap<>(streams).forEach((stream, kinds) -> {
            Set<String> letters = new HashSet<>();
            for (RecordKind kind : kinds) {
                if (look.kind().hasLetters()) {
                    letter(stream, kind, letters);
                }
                columns(stream, kind);
                width(stream, kind);
            }
        });
        mistakes.end();
    }

    private void letter(String stream, RecordKind kind, Set<String> letters) {
        String letter = kind.letter();
        if (letter.length() != 1 || letter.charAt(0) <= ' ' || letter.charAt(0) > '~') {
            note(kind.place(), stream + "/" + kind.name() + " needs a letter: one character of ASCII");
        } else if (!letters.add(letter)) {
            note(
                    kind.place(),
                    stream + "/" + kind.name() + " has the letter " + letter + ", which another record has as well");
        }
    }

    private void columns(String stream, RecordKind kind) {
        Set<String> names = new HashSet<>();
        for (Column column : kind.columns()) {
            if (!names.add(column.name())) {
                note(column.place(), stream + "/" + kind.name() + " has the column " + column.name() + " already");
            }
            if (stream.equals("answer") && reserved(kind).contains(column.name())) {
                note(
                        column.place(),
                        column.name() + " is no name for a column of " + stream + "/" + kind.name()
                                + ": it stands there for something else");
            }
        }
    }

    private static Set<String> reserved(RecordKind kind) {
        if (kind.name().equals("result")) {
            return OF_RESULTS;
        }
        return InterfaceDefinition.FRAME.contains(kind.name()) ? Set.of() : OF_ROWS;
    }

    private void width(String stream, RecordKind kind) {
        if (look.settings() instanceof FixedLengthSettings fixed) {
            int width = new FileLayouts(look).width(kind);
            if (width > fixed.maxLine()) {
                note(
                        kind.place(),
                        stream + "/" + kind.name() + " takes " + width + ", more than max-line, " + fixed.maxLine());
            }
        }
    }

    private void note(Place place, String reason) {
        mistakes.note(new MappingException(files.path(place.file()), place.line(), reason));
    }
}
