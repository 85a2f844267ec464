package io.hcpnbridge.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A migration as text.
 *
 * @param version of the file, compared as a number
 */
record Migration(String file, int version, String text) {
    private static final Pattern NAME = Pattern.compile("V([1-9][0-9]*)__[a-z0-9_]+\\.sql");
    private static final Pattern CONTRACT = Pattern.compile("-- contract: unused since (\\d+\\.\\d+\\.\\d+): \\S.*");
    private static final Pattern TOKEN =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|(\\$\\w*\\$).*?\\1|'(?:[^']|'')*'|;|[^;'$/-]+|.", Pattern.DOTALL);

    static Migration of(String file, String text) {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            throw new IllegalArgumentException(file + ": is not named like V7__some_words.sql");
        }
        return new Migration(file, Integer.parseInt(name.group(1)), text);
    }

    /** The released version since which nobody uses what this migration takes away, as its first line says. */
    Optional<String> contractedSince() {
        return text.lines()
                .findFirst()
                .map(CONTRACT::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1));
    }

    /** Its statements in lower case, on one line each, without comments and with all texts emptied. */
    List<String> statements() {
        var statements = new ArrayList<String>();
        var statement = new StringBuilder();
        var tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            var token = tokens.group();
            if (token.equals(";")) {
                statements.add(statement.toString());
                statement.setLength(0);
            } else {
                statement.append(plain(token));
            }
        }
        statements.add(statement.toString());
        return statements.stream()
                .map(each ->
                        each.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static String plain(String token) {
        if (Stream.of("--", "/*").anyMatch(token::startsWith)) {
            return " ";
        }
        return token.length() > 1 && (token.startsWith("'") || token.startsWith("$")) ? "''" : token;
    }
}
