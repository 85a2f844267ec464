package io.hcpnbridge.check;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Characters that Spring Boot drops from a name without a word: a tenant in Chinese would vanish from it, and what is set for the
 * tenant would be taken for something else. In brackets every character is kept.
 */
final class UnreadableName {
    /** Up to the end of the first element that has one. */
    private static final Pattern DROPPED =
            Pattern.compile("(?:[A-Za-z0-9_.-]|\\[[^]]*])*[^A-Za-z0-9_.\\[\\]-][^.\\[]*");

    private UnreadableName() {}

    /** The name up to where it cannot be read; empty if all of it can. */
    static Optional<String> in(String name) {
        var found = DROPPED.matcher(name);
        return found.lookingAt() ? Optional.of(found.group()) : Optional.empty();
    }
}
