package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mapping itself tells the ERP stands in both languages: where there is {@code "en"} there is {@code "zh"}, and neither a text, a
 * refusal nor a reason for a generation is a plain sentence. Read as it is written, as no document that is tried leads everywhere.
 */
final class BothLanguages {
    private static final Pattern TOKEN =
            Pattern.compile("//[^\n]*|\"(?:[^\"\\\\]|\\\\.)*\"|[\\[\\]{}():,]|[^\\s\"\\[\\]{}():,/]+|/");
    private static final Set<String> TOLD = Set.of("text", "refusal");
    private static final String BOTH = "in one language only; write {\"en\": …, \"zh\": …}";

    private final String file;
    private final Findings findings;
    private final Deque<Open> open = new ArrayDeque<>();
    private String before = "";

    /** A bracket that is not closed yet, the keys in it with their lines, and the last of them. */
    private static final class Open {
        private final String bracket;
        private final Map<String, Integer> keys = new HashMap<>();
        private String key = "";

        Open(String bracket) {
            this.bracket = bracket;
        }
    }

    private BothLanguages(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static void check(InterfaceMapping mapping, Findings findings) {
        mapping.files().files().forEach((file, content) -> {
            if (file.endsWith(".jslt")) {
                new BothLanguages(file, findings).read(new String(content, StandardCharsets.UTF_8));
            }
        });
    }

    private void read(String mapping) {
        int line = 1;
        int from = 0;
        for (Matcher token = TOKEN.matcher(mapping); token.find(); from = token.start()) {
            line += (int) mapping.substring(from, token.start())
                    .chars()
                    .filter(unit -> unit == '\n')
                    .count();
            if (!token.group().startsWith("//")) {
                take(token.group(), line);
                before = token.group();
            }
        }
    }

    private void take(String token, int line) {
        switch (token) {
            case "{", "[", "(" -> open.push(new Open(token));
            case "}", "]", ")" -> close();
            case ":" -> key(line);
            default -> sentence(token, line);
        }
    }

    private void close() {
        Map<String, Integer> keys = open.isEmpty() ? Map.of() : open.pop().keys;
        if (keys.containsKey("en") != keys.containsKey("zh")) {
            String one = keys.containsKey("en") ? "en" : "zh";
            String other = one.equals("en") ? "zh" : "en";
            findings.add(
                    file,
                    keys.get(one),
                    "has a text in one language only; write \"" + other + "\" beside \"" + one + "\"");
        }
    }

    private void key(int line) {
        if (isIn("{") && before.startsWith("\"")) {
            String name = before.substring(1, before.length() - 1);
            open.element().keys.put(name, line);
            open.element().key = name;
        }
    }

    private void sentence(String token, int line) {
        if (!token.startsWith("\"") || !token.contains(" ")) {
            return;
        }
        if (isIn("{") && before.equals(":") && TOLD.contains(open.element().key)) {
            findings.add(file, line, "has a " + open.element().key + " " + BOTH);
        } else if (file.equals("generation.jslt") && isIn("[") && (before.equals("[") || before.equals(","))) {
            findings.add(file, line, "has a reason " + BOTH);
        }
    }

    private boolean isIn(String bracket) {
        return !open.isEmpty() && open.element().bracket.equals(bracket);
    }
}
