package io.hcpnbridge.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page taken apart. */
record Page(String text) {
    private static final Pattern SECTION = Pattern.compile("(?m)^(?=## )");
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|href=\"|src=\")([^)\"\\s]+)[)\"]");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w+)\\n(.*?)^ *```$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]*)`");

    static Page of(Path page) {
        try {
            return new Page(Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part below a second-level heading. */
    Page section(String heading) {
        return Stream.of(SECTION.split(text, -1))
                .filter(part -> part.startsWith("## " + heading + "\n"))
                .map(Page::new)
                .findFirst()
                .orElseThrow();
    }

    /** What stands before the first second-level heading, then each of them with what is below. */
    List<Page> sections() {
        return Stream.of(SECTION.split(text, -1)).map(Page::new).toList();
    }

    /** The first line. */
    String title() {
        return text.lines().findFirst().orElse("");
    }

    /** Targets of links and pictures. */
    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }

    /** Fenced blocks of a language. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2).stripTrailing().stripIndent() + "\n")
                .toList();
    }

    /** What stands in code style outside of fenced blocks. */
    List<String> code() {
        return CODE.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(code -> code.group(1))
                .toList();
    }

    /** The rows of the table whose header has this first cell. */
    List<List<String>> table(String firstHeader) {
        var rows = new ArrayList<List<String>>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            inside = line.startsWith("|") && (inside || line.startsWith("| " + firstHeader + " |"));
            if (inside) {
                rows.add(cells(line));
            }
        }
        return rows.subList(2, rows.size());
    }

    /** The cells of a row {@code | a | b |} of a table, and a last one that is empty. */
    static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
