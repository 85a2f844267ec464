package io.hcpnbridge.describe;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of columns as other languages have them: words apart, at most 30 characters, none twice in one structure. */
final class Identifiers {
    /** COBOL's and ABAP's. */
    private static final int LONGEST = 30;

    private final Set<String> taken = new HashSet<>();
    private final String between;

    private Identifiers(String between) {
        this.between = between;
    }

    /** {@code CUSTOMER-ID} */
    static Identifiers cobol() {
        return new Identifiers("-");
    }

    /** {@code customer_id} */
    static Identifiers snake() {
        return new Identifiers("_");
    }

    /** The name, the same for the same text in another structure. */
    String of(String name) {
        var words = words(name);
        var cut = words.substring(0, Math.min(words.length(), LONGEST));
        for (int number = 2; !taken.add(cut); number++) {
            var end = between + number;
            cut = words.substring(0, Math.min(words.length(), LONGEST - end.length())) + end;
        }
        return between.equals("-") ? cut.toUpperCase(Locale.ROOT) : cut;
    }

    private String words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1" + between + "$2")
                .replaceAll("[^A-Za-z0-9]+", between)
                .toLowerCase(Locale.ROOT);
    }
}
