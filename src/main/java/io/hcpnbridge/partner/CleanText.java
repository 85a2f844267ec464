package io.hcpnbridge.partner;

import java.util.regex.Pattern;

/** Makes foreign text fit for logs and answers: one line, bounded, without what a gateway echoes of the signed request. */
public final class CleanText {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_WORD = 100;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
    private static final Pattern ECHO = Pattern.compile(
            "(?is)[\\s,;:(\\[]*(canonical[\\s_-]*request|\\bauthorization\\s*[:=]|SDK-HMAC-SHA256\\b).*");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)\\b(x-security-token|x-auth-token|stringtosign|signature|access)\\s*[:=]\\s*[^\\s|,;]{8,}");

    private CleanText() {}

    /** One line of at most 2,000 characters. */
    public static String text(String foreign) {
        String line = CONTROL.matcher(cut(foreign, 4 * LONGEST_TEXT)).replaceAll(" ");
        line = ECHO.matcher(line).replaceFirst("");
        line = SECRET.matcher(line).replaceAll("$1 ***");
        return cut(line.strip(), LONGEST_TEXT);
    }

    /** A code or an id: null when there is none. */
    public static String word(String foreign) {
        if (foreign == null) {
            return null;
        }
        String word =
                cut(CONTROL.matcher(cut(foreign, LONGEST_TEXT)).replaceAll(" ").strip(), LONGEST_WORD);
        return word.isEmpty() ? null : word;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
