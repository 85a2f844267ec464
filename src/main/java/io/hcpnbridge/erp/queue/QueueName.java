package io.hcpnbridge.erp.queue;

import io.hcpnbridge.config.Faults;
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

    /** Some brokers do not tell upper from lower case. */
    static boolean same(String name, String other) {
        return name.equalsIgnoreCase(other);
    }

    static void require(Faults faults, String property, String name) {
        faults.require(
                isPlain(name), property, "must be a queue's name of letters, digits, dots, dashes and underscores");
    }
}
