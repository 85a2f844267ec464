package io.hcpnbridge.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What ships, as one text to look names up in: routes, mappings, code and build file. */
final class Sources {
    private static final List<String> PLACES = List.of("routes", "mappings", "src/main", "pom.xml");
    private static final String ELLIPSIS = "…";

    private final String text = PLACES.stream()
            .flatMap(place -> files(Path.of(place)).stream())
            .map(Sources::content)
            .collect(Collectors.joining("\n"));

    /** Whether a name stands somewhere, as a whole word. */
    boolean contain(String name) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                .matcher(text)
                .find();
    }

    /** Whether the fixed parts of a message stand in one line, in this order. */
    boolean log(String message) {
        var parts = Arrays.stream(message.split(ELLIPSIS, -1))
                .filter(part -> !part.isBlank())
                .toList();
        return text.lines().anyMatch(line -> inOrder(line, parts));
    }

    private static boolean inOrder(String line, List<String> parts) {
        int from = 0;
        for (String part : parts) {
            int found = line.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    private static List<Path> files(Path place) {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
