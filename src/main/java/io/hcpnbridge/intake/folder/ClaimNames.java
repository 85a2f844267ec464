package io.hcpnbridge.intake.folder;

import java.security.SecureRandom;
import java.util.Optional;

/** How a file is called in {@code .taking}: {@code <id>~<name>}, one character for each byte. */
final class ClaimNames {
    private static final char MARK = '~';
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClaimNames() {}

    /** An id that no other file has. */
    static String newId() {
        var id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return id.toString();
    }

    static String of(String id, String name) {
        return id + MARK + name;
    }

    /** The id that begins a name; empty if it is no name of a claimed file. */
    static Optional<String> id(String taken) {
        return taken.matches("[0-9a-z]{" + LENGTH + "}~.+")
                ? Optional.of(taken.substring(0, LENGTH))
                : Optional.empty();
    }

    /** The part behind the id. */
    static String name(String taken) {
        return taken.substring(LENGTH + 1);
    }
}
