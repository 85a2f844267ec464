package io.hcpnbridge.describe;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names as other languages have them: words apart, none too long, none twice in one structure. */
final class Identifiers {
    private final Set<String> taken = new HashSet<>();
    private final String between;
    private final int longest;

    private Identifiers(String between, int longest) {
        this.between = between;
        this.longest = longest;
    }

    /** {@code CUSTOMER-ID} */
    static Identifiers cobol() {
        return new Identifiers("-", 30);
    }

    /** {@code customer_id} */
    static Identifiers abap() {
        return new Identifiers("_", 30);
    }

    /** The same, as long as PostgreSQL's may be. */
    static Identifiers sql() {
        return new Identifiers("_", 63);
    }

    /** The name, the same for the same text in another structure. */
    String of(String name) {
        var words = words(name);
        var cut = cut(words, longest);
        for (int number = 2; !taken.add(cut); number++) {
            var end = between + number;
            cut = cut(words, longest - end.length()) + end;
        }
        return between.equals("-") ? cut.toUpperCase(Locale.ROOT) : cut;
    }

    private String words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1" + between + "$2")
                .replaceAll("[^A-Za-z0-9]+", between)
                .replaceFirst("^" + between, "")
                .toLowerCase(Locale.ROOT);
    }

    private String cut(String words, int length) {
        return words.substring(0, Math.min(words.length(), length)).replaceFirst(between + "$", "");
    }
}
