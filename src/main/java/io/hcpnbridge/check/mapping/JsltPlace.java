package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of a mapping.
 *
 * @param file by its plain name, or {@code shared/…}
 * @param line from 1
 */
record JsltPlace(String file, int line) {
    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+\"([^\"]+)\"");

    /** The first line that has it: of the interface's own mappings, or else of the shared ones. */
    static Optional<JsltPlace> of(InterfaceMapping mapping, Pattern wanted) {
        return mapping.files().files().keySet().stream()
                .filter(file -> file.endsWith(".jslt"))
                .sorted(Comparator.comparing((String file) -> file.startsWith("shared/"))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(file -> in(mapping, file, wanted).stream())
                .findFirst();
    }

    /** The first line of that file that has it. */
    static Optional<JsltPlace> in(InterfaceMapping mapping, String file, Pattern wanted) {
        String[] lines = text(mapping, file).split("\n", -1);
        for (int index = 0; index < lines.length; index++) {
            if (wanted.matcher(code(lines[index])).find()) {
                return Optional.of(new JsltPlace(file, index + 1));
            }
        }
        return Optional.empty();
    }

    /** The first line of what that file imports, directly or not, that has it. */
    static Optional<JsltPlace> imported(InterfaceMapping mapping, String file, Pattern wanted) {
        Set<String> seen = new LinkedHashSet<>(List.of(file));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            IMPORT.matcher(text(mapping, open.pop()))
                    .results()
                    .map(found -> found.group(1))
                    .filter(mapping.files().files()::containsKey)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen.stream()
                .skip(1)
                .flatMap(imported -> in(mapping, imported, wanted).stream())
                .findFirst();
    }

    private static String text(InterfaceMapping mapping, String file) {
        return new String(mapping.files().files().get(file), StandardCharsets.UTF_8);
    }

    /** Without a comment. */
    private static String code(String line) {
        return line.replaceFirst("^\\s*//.*", "");
    }
}
