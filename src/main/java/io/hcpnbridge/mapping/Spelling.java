package io.hcpnbridge.mapping;

import java.util.Collection;
import java.util.Comparator;

/** Which of the right names a wrong one is likely to stand for. */
public final class Spelling {
    private Spelling() {}

    /** {@code ; write customerId if that is meant}, or nothing if no right name is near. */
    public static String advice(String wrong, Collection<String> right) {
        return right.stream()
                .filter(name -> distance(wrong, name) <= Math.max(1, Math.min(3, name.length() / 3)))
                .min(Comparator.comparingInt((String name) -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "; write " + name + " if that is meant")
                .orElse("");
    }

    /** How many characters have to be put in, left out or changed; capitals count for nothing. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int changed = diagonal + (same(from.charAt(line - 1), to.charAt(column - 1)) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
