package io.hcpnbridge.secret;

import java.util.regex.Pattern;

/** What a secret must look like. */
@FunctionalInterface
public interface SecretRule {
    /** What can stand in an HTTP header without meaning anything else. */
    SecretRule HEADER = matching("[\\x21-\\x7e]{1,16384}", "holds blanks, control or non-ASCII characters");

    /** Blanks may stand in it, nothing that is not ASCII. */
    SecretRule PRINTABLE =
            matching("[\\x20-\\x7e]{1,1024}", "holds control or non-ASCII characters, or more than 1024");

    /** A password in any language. */
    SecretRule LINE = matching("\\P{Cntrl}{1,1024}", "is no single line of up to 1024 characters");

    /** What is wrong, as the rest of a sentence that begins with the setting, without the value; null if nothing is. */
    String problem(String text);

    /** Whether there may be no file, or an empty one: then there is no value. */
    default boolean allowsNone() {
        return false;
    }

    /** The same for a secret that comes and goes with its file. */
    default SecretRule orNone() {
        var rule = this;
        return new SecretRule() {
            @Override
            public String problem(String text) {
                return rule.problem(text);
            }

            @Override
            public boolean allowsNone() {
                return true;
            }
        };
    }

    /** The text as a whole must match the expression. */
    static SecretRule matching(String expression, String problem) {
        var form = Pattern.compile(expression);
        return text -> form.matcher(text).matches() ? null : problem;
    }
}
