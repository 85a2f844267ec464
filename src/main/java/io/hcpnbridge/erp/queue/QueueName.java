package io.hcpnbridge.erp.queue;

import io.hcpnbridge.config.Faults;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.util.AntPathMatcher;

/**
 * Names of queues: nothing that a broker or Camel reads as more than a name, such as {@code topic:x}, {@code a::b}, {@code #} or
 * {@code x?ttl=1}, and no queue that the broker itself is managed by.
 */
final class QueueName {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");

    private static final Pattern PATTERN =
            Pattern.compile("(?:[A-Za-z0-9_-]+|\\*\\*?)(?:\\.(?:[A-Za-z0-9_-]+|\\*\\*?))*");
    private static final AntPathMatcher WORDS = new AntPathMatcher(".");

    private QueueName() {}

    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !name.toLowerCase(Locale.ROOT).startsWith("activemq.");
    }

    /** A name in which words between dots may be {@code *} or {@code **}. */
    static boolean isPattern(String pattern) {
        return PATTERN.matcher(pattern).matches();
    }

    static boolean matches(String pattern, String name) {
        return WORDS.match(pattern, name);
    }

    /** Whether there can be a name that both patterns match, in whatever case. */
    static boolean overlap(String pattern, String other) {
        return overlap(words(pattern), words(other));
    }

    private static boolean overlap(List<String> some, List<String> others) {
        if (some.isEmpty() && others.isEmpty()) {
            return true;
        }
        if (beginsWithAny(some)) {
            return overlap(rest(some), others) || !others.isEmpty() && overlap(some, rest(others));
        }
        if (beginsWithAny(others)) {
            return overlap(others, some);
        }
        return !some.isEmpty()
                && !others.isEmpty()
                && (some.get(0).equals("*")
                        || others.get(0).equals("*")
                        || some.get(0).equals(others.get(0)))
                && overlap(rest(some), rest(others));
    }

    private static boolean beginsWithAny(List<String> words) {
        return !words.isEmpty() && words.get(0).equals("**");
    }

    private static List<String> rest(List<String> words) {
        return words.subList(1, words.size());
    }

    private static List<String> words(String pattern) {
        return Arrays.asList(pattern.toLowerCase(Locale.ROOT).split("\\.", -1));
    }

    /** Some brokers do not tell upper from lower case. */
    static boolean same(String name, String other) {
        return name.equalsIgnoreCase(other);
    }

    static void require(Faults faults, String property, String name) {
        faults.require(
                isPlain(name), property, "must be a queue's name of letters, digits, dots, dashes and underscores");
    }
}
