package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code values.yaml} says about each value: a comment that begins with {@code # --} is about the key below it and
 * everything in it. Any other comment right above a key introduces what is in it.
 */
final class ValueComments {
    private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z0-9_.-]+):.*");
    private static final Pattern COMMENT = Pattern.compile("^ *# ?(.*)$");
    private static final String BEGIN = "-- ";

    private final Deque<String> path = new ArrayDeque<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private List<String> open = new ArrayList<>();
    private boolean introduces;

    private ValueComments() {}

    /**
     * One value.
     *
     * @param path its keys with dots between them
     * @param comment its lines; none if nothing is said
     * @param isIntroduction whether it only introduces what is in it
     */
    record Entry(String path, List<String> comment, boolean isIntroduction) {
        /** The comment as one paragraph, without its example. */
        String meaning() {
            return String.join(
                            " ",
                            comment.stream()
                                    .filter(line -> !line.startsWith("    "))
                                    .toList())
                    .strip()
                    .replaceFirst(":$", " below.");
        }

        /** The indented lines of the comment, as YAML; empty if it has none. */
        String example() {
            return String.join(
                    "\n",
                    comment.stream()
                            .filter(line -> line.startsWith("    "))
                            .map(line -> line.substring(4))
                            .toList());
        }

        /** The example below its path, as a values file. */
        String exampleAsValues() {
            var text = new StringBuilder();
            var indent = "";
            for (String key : path.split("\\.", -1)) {
                text.append(indent).append(key).append(":\n");
                indent += "  ";
            }
            return text.append(example().replaceAll("(?m)^", indent))
                    .append('\n')
                    .toString();
        }
    }

    /** The values that have a comment, in order. */
    static List<Entry> commented(String yaml) {
        return of(yaml).entries.stream()
                .filter(entry -> !entry.comment().isEmpty())
                .toList();
    }

    /** Values that neither have a comment nor stand in one that has, and comments without a value. */
    static List<String> mistakes(String yaml) {
        var found = of(yaml);
        var explained = commented(yaml).stream()
                .filter(entry -> !entry.isIntroduction())
                .map(Entry::path)
                .toList();
        var silent = leaves("", Yaml.one(yaml))
                .filter(leaf -> explained.stream().noneMatch(path -> leaf.equals(path) || leaf.startsWith(path + ".")));
        return Stream.concat(found.strays.stream().map(line -> "comment without a value: " + line), silent)
                .toList();
    }

    private static ValueComments of(String yaml) {
        var comments = new ValueComments();
        yaml.lines().forEach(comments::read);
        comments.drop();
        return comments;
    }

    private void read(String line) {
        var comment = COMMENT.matcher(line);
        var key = KEY.matcher(line);
        if (comment.matches()) {
            readComment(comment.group(1));
        } else if (key.matches()) {
            readKey(key.group(1).length() / 2, key.group(2));
        } else {
            drop();
        }
    }

    private void readComment(String text) {
        if (text.startsWith(BEGIN)) {
            drop();
            open.add(text.substring(BEGIN.length()));
        } else {
            introduces |= open.isEmpty();
            open.add(text);
        }
    }

    private void readKey(int depth, String name) {
        while (path.size() > depth) {
            path.removeLast();
        }
        path.addLast(name);
        entries.add(new Entry(String.join(".", path), List.copyOf(open), introduces));
        clear();
    }

    /** An introduction may stand alone; what is said about a value may not. */
    private void drop() {
        if (!open.isEmpty() && !introduces) {
            strays.add(open.get(0));
        }
        clear();
    }

    private void clear() {
        open.clear();
        introduces = false;
    }

    private static Stream<String> leaves(String path, JsonNode value) {
        if (!value.isObject() || value.isEmpty()) {
            return Stream.of(path);
        }
        return value.properties().stream()
                .flatMap(entry ->
                        leaves(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue()));
    }
}
