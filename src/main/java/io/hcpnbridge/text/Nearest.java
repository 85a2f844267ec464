package io.hcpnbridge.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of several names was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The one that takes the fewest changes of a letter; empty if more than one letter in so many would change. */
    public static Optional<String> to(String name, Collection<String> known, int lettersToAChange) {
        return known.stream()
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(other -> distance(name, other) * lettersToAChange <= Math.max(name.length(), other.length()));
    }

    /** What to say of a name that is not one of a closed set, the rest of a sentence that begins with its setting. */
    public static String advice(String what, String name, Collection<String> known) {
        return to(name, known, 3)
                .map(near -> "is not " + what + ": did you mean " + near + "?")
                .orElse("is not " + what + ": remove it or correct its name");
    }

    /** What to say after a sentence about a name that one of the others may have been meant by; nothing if none is near. */
    public static String advice(String name, Collection<String> known) {
        return to(name, known, 3)
                .map(near -> "; write " + near + " if that is meant")
                .orElse("");
    }

    /** Levenshtein's; capitals count for nothing. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int n = 0; n <= other.length(); n++) {
            before[n] = n;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int n = 1; n <= other.length(); n++) {
                int changed = before[n - 1] + (same(one.charAt(i - 1), other.charAt(n - 1)) ? 0 : 1);
                row[n] = Math.min(changed, Math.min(before[n], row[n - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
