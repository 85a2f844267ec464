package io.hcpnbridge.text;

/**
 * What stands around a value without belonging to it, the same in every form, channel and column: the white space of JSON and
 * XML, that is blank, tab, carriage return and line feed. All other blanks of Unicode are part of the value.
 */
public final class Blanks {
    private Blanks() {}

    /** The text without the blanks around it. */
    public static String without(String text) {
        int from = 0;
        while (from < text.length() && isBlank(text.charAt(from))) {
            from++;
        }
        return withoutTrailing(text.substring(from));
    }

    /** The text without the blanks behind it. */
    public static String withoutTrailing(String text) {
        int to = text.length();
        while (to > 0 && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(0, to);
    }

    /** Whether the text has nothing but blanks. */
    public static boolean only(String text) {
        return text.chars().allMatch(Blanks::isBlank);
    }

    /** Whether a character, or a byte of a text in which ASCII is single bytes, is a blank. */
    public static boolean isBlank(int unit) {
        return unit == ' ' || unit == '\t' || unit == '\r' || unit == '\n';
    }
}
