package io.hcpnbridge.describe;

import java.util.stream.Collectors;

/** Comments in programs: of ASCII, as compilers read the code page of their machine. */
final class Comment {
    private Comment() {}

    /** One in lines of at most 72 characters, each behind the mark. */
    static String of(String mark, String text) {
        return Lines.of(ascii(text), 72 - mark.length()).stream()
                .map(line -> (mark + line).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static String ascii(String text) {
        return text.replace("`", "")
                .replace('–', '-')
                .replace("…", "...")
                .replaceAll("[^\\p{ASCII}]", "")
                .replace("()", "")
                .strip()
                .replaceAll(" +", " ")
                .replaceAll(" ([,;:])", "$1");
    }
}
